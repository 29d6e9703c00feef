import { buildPriceBook, findRateCard, type RateCard } from "@/lib/pricing";

/** A stretch of days; `to` is the first day after it, null where it is open. */
export interface Span {
  from: string;
  to: string | null;
}

export interface HistoryLine {
  card: RateCard;
  validity: Span;
  /** The days of its validity on which calls are priced with it; elsewhere another card wins. */
  inForce: Span[];
  isInForceToday: boolean;
}

/**
 * The cards of one provider and model, the newest first, and when each is in force. Between two dates on which any card
 * begins or ends nothing changes, so that one look-up for each stretch decides it.
 */
export function priceHistory(
  cards: readonly RateCard[],
  { provider, model }: { provider: string; model: string },
  today: string,
): HistoryLine[] {
  const own = cards.filter((card) => card.provider === provider && card.model === model);
  const book = buildPriceBook(own);
  const edges = [
    ...new Set(own.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom])),
  ].sort();
  const winners = edges.map((from, index) => ({
    span: { from, to: edges[index + 1] ?? null },
    id: findRateCard(book, { provider, model, on: from })?.id,
  }));
  const idToday = findRateCard(book, { provider, model, on: today })?.id;
  return own
    .toSorted((a, b) => (a.validFrom === b.validFrom ? 0 : a.validFrom < b.validFrom ? 1 : -1))
    .map((card) => ({
      card,
      validity: { from: card.validFrom, to: card.validTo },
      inForce: joined(winners.filter(({ id }) => id === card.id).map(({ span }) => span)),
      isInForceToday: card.id === idToday,
    }));
}

/** Stretches that touch become one. */
function joined(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((kept, span) => {
    const last = kept.at(-1);
    return last?.to === span.from
      ? [...kept.slice(0, -1), { from: last.from, to: span.to }]
      : [...kept, span];
  }, []);
}
