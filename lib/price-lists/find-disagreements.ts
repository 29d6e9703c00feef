import { buildPriceBook, findRateCard, modelFamily, type RateCard } from "@/lib/pricing";
import { compareStatements, type Disagreement, type StatedCard } from "./compare-statements";
import { commonProvider } from "./source-names";

export interface PriceSource {
  name: string;
  cards: readonly RateCard[];
  /** Whether calls are priced with its cards. A list that was only looked at prices nothing. */
  isPricedWith: boolean;
}

/**
 * Where two sources state different prices for the same model of the same provider on a day. What is priced with is set
 * against every other source; where nothing is, the first source is. Differences that rounding explains are left out.
 * Factors are not looked at, since an agreed discount contradicts nobody; cards in other currencies are not compared.
 * The widest gap comes first.
 */
export function findDisagreements(sources: readonly PriceSource[], on: string): Disagreement[] {
  const book = buildPriceBook(
    sources.filter(({ isPricedWith }) => isPricedWith).flatMap(({ cards }) => cards),
  );
  const found = [...groupByModel(sources, on).values()].flatMap((stated) => {
    const used = stated
      .map(({ card }) => findRateCard(book, { provider: card.provider, model: card.model, on })?.id)
      .find((id) => id !== undefined);
    const base = stated.find(({ card }) => card.id === used) ?? stated[0];
    if (!base) return [];
    return stated
      .filter((other) => other !== base && other.source !== base.source)
      .flatMap((other) => compareStatements(base, other, base.card.id === used));
  });
  return withoutRepeats(found).sort(widestFirst);
}

/** By provider and model, dated snapshots with their model: each source's cards that hold on the day. */
function groupByModel(sources: readonly PriceSource[], on: string): Map<string, StatedCard[]> {
  const groups = new Map<string, StatedCard[]>();
  for (const source of sources) {
    for (const card of newestCards(source, on)) {
      if (card.prices.terms && card.prices.terms.currency.code !== "USD") continue;
      const key = `${commonProvider(card.provider)} ${modelFamily(card.model)}`;
      groups.set(key, [...(groups.get(key) ?? []), { source: source.name, card }]);
    }
  }
  return groups;
}

/** Of each model and scheme the card in force. A list that prices nothing speaks for any day. */
function newestCards({ cards, isPricedWith }: PriceSource, on: string): RateCard[] {
  const newest = new Map<string, RateCard>();
  for (const card of cards) {
    const holds = card.validFrom <= on && (card.validTo === null || on < card.validTo);
    if (isPricedWith && !holds) continue;
    const key = `${card.provider} ${card.model} ${card.prices.scheme}`;
    const earlier = newest.get(key);
    if (!earlier || earlier.validFrom < card.validFrom) newest.set(key, card);
  }
  return [...newest.values()];
}

/** A snapshot repeats what its model says, and a list that was brought twice repeats itself. */
function withoutRepeats(rows: readonly Disagreement[]): Disagreement[] {
  const seen = new Map<string, Disagreement>();
  for (const row of rows) {
    const { provider, model, meter, first, second } = row;
    const key = JSON.stringify([
      provider,
      modelFamily(model),
      meter,
      first.price,
      second.source,
      second.price,
    ]);
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()];
}

function widestFirst(a: Disagreement, b: Disagreement): number {
  const gap = Number(b.ratio ?? 0) - Number(a.ratio ?? 0);
  return gap !== 0 ? gap : a.provider + a.model + a.meter < b.provider + b.model + b.meter ? -1 : 1;
}
