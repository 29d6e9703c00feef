import type { RateCard } from "@/lib/pricing";
import { daysBetween, formatDate } from "@/lib/time";

/** The providers of the cards, those with prices of their own first, then by name. */
export function providerChoices(
  cards: readonly RateCard[],
): { value: string; label: string; group: string }[] {
  const firstParty = new Set(
    cards.filter(({ sourceKind }) => sourceKind === "first_party").map(({ provider }) => provider),
  );
  const providers = [...new Set(cards.map(({ provider }) => provider))].sort();
  const option = (value: string, group: string) => ({ value, label: providerLabel(value), group });
  return [
    ...providers.filter((each) => firstParty.has(each)).map((each) => option(each, "Prices of the provider")),
    ...providers
      .filter((each) => !firstParty.has(each))
      .map((each) => option(each, "Listed by third parties")),
  ];
}

const PROVIDER_LABELS: Record<string, string> = {
  openai: "OpenAI",
  azure: "Azure OpenAI",
  azure_ai: "Azure AI",
  gemini: "Google Gemini",
  vertex_ai: "Google Vertex AI",
  bedrock: "Amazon Bedrock",
  stability: "Stability AI",
  black_forest_labs: "Black Forest Labs",
  fal_ai: "fal",
  recraft: "Recraft",
  aiml: "AI/ML API",
  runwayml: "Runway",
};

export function providerLabel(provider: string): string {
  return PROVIDER_LABELS[provider] ?? provider;
}

export interface ModelChoice {
  value: string;
  label: string;
  hint: string | undefined;
}

/** The models of a provider on a day: those to come or in use first, then those that were shut down. */
export function modelChoices(cards: readonly RateCard[], provider: string, on: string): ModelChoice[] {
  const byModel = new Map<string, RateCard>();
  for (const card of cards) {
    const known = byModel.get(card.model);
    if (card.provider === provider && (!known || known.validFrom < card.validFrom))
      byModel.set(card.model, card);
  }
  const models = [...byModel.values()].map((card) => ({
    value: card.model,
    label: card.model,
    hint: lifecycleNote(card, on) ?? undefined,
    isOver: card.shutdownOn !== null && card.shutdownOn <= on,
  }));
  return models
    .sort((a, b) => Number(a.isOver) - Number(b.isOver))
    .map(({ value, label, hint }) => ({ value, label, hint }));
}

/** When a model ends or ended, as seen from a day; null where no end is known. */
export function lifecycleNote({ shutdownOn }: Pick<RateCard, "shutdownOn">, on: string): string | null {
  if (shutdownOn === null) return null;
  if (shutdownOn <= on) return `Shut down on ${formatDate(shutdownOn)}`;
  const days = daysBetween(on, shutdownOn);
  return `Shuts down on ${formatDate(shutdownOn)}, in ${days} ${days === 1 ? "day" : "days"}`;
}
