import { divideHalfEven, parseUsd } from "@/lib/money";
import type { RateCard } from "@/lib/pricing";
import { picturePriceOf } from "./picture-price";
import { priceMeters, type PriceMeter } from "./price-meters";
import { agreesInRounding } from "./same-price";

export interface StatedCard {
  source: string;
  card: RateCard;
}

export interface Statement {
  source: string;
  sourceUrl: string | null;
  checkedOn: string;
  cardId: string;
  /** Null: this source lists no such price. */
  price: string | null;
  /** How the price came about where the source does not state it as it stands: from its tokens, or as the dearest of several qualities. */
  basis: "stated" | "computed" | "dearest";
  /** Whether calls are priced with it. */
  isUsed: boolean;
}

export interface Disagreement {
  provider: string;
  model: string;
  /** What is priced, in words: “Image output”, “1024x1024, high”. */
  meter: string;
  unit: PriceMeter["unit"];
  first: Statement;
  second: Statement;
  /** The higher price over the lower, with two decimals; null where one source lists none. */
  ratio: string | null;
}

/** Where the second card states something else than the first, one row for each thing that it prices. */
export function compareStatements(first: StatedCard, second: StatedCard, isUsed: boolean): Disagreement[] {
  const known = new Map(priceMeters(first.card).map((meter) => [meter.id, meter]));
  return priceMeters(second.card).flatMap((meter) => {
    if (meter.unit === null || meter.unit === "credit" || meter.unit === "credits an image") return [];
    const matched = known.get(meter.id);
    const price = matched
      ? { price: matched.value, basis: "stated" as const }
      : isPicture(meter)
        ? picturePriceOf(first.card, meter.id)
        : bothByToken(first.card, second.card)
          ? { price: null, basis: "stated" as const }
          : null;
    if (price === null || (price.price !== null && agreesInRounding(price.price, meter.value))) return [];
    const { provider, model } = first.card;
    return [
      {
        provider,
        model,
        meter: meter.label,
        unit: meter.unit,
        first: { ...statementOf(first), ...price, isUsed },
        second: { ...statementOf(second), price: meter.value, basis: "stated", isUsed: false },
        ratio: price.price === null ? null : ratioOf(price.price, meter.value),
      },
    ];
  });
}

function isPicture({ id }: PriceMeter): boolean {
  return id.startsWith("picture ");
}

function bothByToken(a: RateCard, b: RateCard): boolean {
  return a.prices.scheme === "tokens" && b.prices.scheme === "tokens";
}

function statementOf({ source, card }: StatedCard): Omit<Statement, "price" | "basis" | "isUsed"> {
  return { source, sourceUrl: card.sourceUrl, checkedOn: card.checkedOn, cardId: card.id };
}

/** To two decimals, half to even. */
function ratioOf(a: string, b: string): string | null {
  const [low, high] = [parseUsd(a), parseUsd(b)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  if (low === undefined || high === undefined || low === 0n) return null;
  const hundredths = divideHalfEven(high * 100n, low)
    .toString()
    .padStart(3, "0");
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}
