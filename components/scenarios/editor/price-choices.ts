import { findRateCard, GPT_IMAGE_2_QUALITIES, type PriceBook, type RateCard } from "@/lib/pricing";
import { lastDayOfStage, type ScenarioDrivers } from "@/lib/scenarios";
import { formatDate } from "@/lib/time";

export interface PriceChoice {
  key: string;
  provider: string;
  model: string;
  label: string;
  hint: string;
}

export function priceKey({ provider, model }: { provider: string; model: string }): string {
  return JSON.stringify([provider, model]);
}

/** Each model of each provider once: the team's own prices first, then the catalogue in its order. */
export function priceChoices(cards: readonly RateCard[], book: PriceBook, on: string): PriceChoice[] {
  const own = cards.filter(({ origin }) => origin === "workspace");
  const others = cards.filter(({ origin }) => origin === "catalogue");
  const byKey = new Map<string, PriceChoice>();
  for (const { provider, model } of [...own, ...others]) {
    const key = priceKey({ provider, model });
    if (byKey.has(key)) continue;
    const card = findRateCard(book, { provider, model, on });
    const label = `${provider}, ${model}`;
    byKey.set(key, {
      key,
      provider,
      model,
      label,
      hint: card ? cardNote(card) : "No price on the first day",
    });
  }
  return [...byKey.values()];
}

const SOURCES = {
  first_party: "provider’s own list",
  third_party: "third party",
  user_entered: "entered by your team",
  calibrated: "measured from calls",
} as const;

/** Since when a card holds, who says so, and when that was last looked at. */
export function cardNote({ validFrom, sourceKind, checkedOn }: RateCard): string {
  return `Since ${formatDate(validFrom)}, ${SOURCES[sourceKind]}, checked ${formatDate(checkedOn)}`;
}

/** That the model ends before the stage does, in a sentence; null where it lasts. */
export function shutdownWarning(
  { model, shutdownOn }: Pick<RateCard, "model" | "shutdownOn">,
  { startsOn, lengthMonths }: Pick<ScenarioDrivers, "startsOn" | "lengthMonths">,
): string | null {
  if (shutdownOn === null || shutdownOn > lastDayOfStage(startsOn, lengthMonths)) return null;
  const when = shutdownOn <= startsOn ? "before this stage begins" : "before this stage ends";
  return `The provider shuts ${model} down on ${formatDate(shutdownOn)}, ${when}.`;
}

const ORDER = ["low", "medium", "high", "xhigh", "max", "standard", "hd", "auto"];

/** The qualities that a card has prices for, and those that the mix asks for, from the lowest up. */
export function qualityColumns(card: RateCard | null, used: readonly string[]): string[] {
  return [...new Set([...pricedQualities(card), ...used])].sort(
    (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
  );
}

function pricedQualities(card: RateCard | null): readonly string[] {
  switch (card?.prices.scheme) {
    case "tokens": {
      const { outputTokens } = card.prices;
      if (outputTokens.kind === "gpt-image-2") return GPT_IMAGE_2_QUALITIES;
      return outputTokens.kind === "unknown" ? [] : outputTokens.entries.map(({ quality }) => quality);
    }
    case "per_image":
      return card.prices.standard.map(({ quality }) => quality);
    case "credits":
      return card.prices.standard.map(({ quality }) => quality).filter((quality) => quality !== "any");
    case "conditional":
    case "per_call":
    case undefined:
      return ["low", "medium", "high"];
  }
}
