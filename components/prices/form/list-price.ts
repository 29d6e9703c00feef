import type { PricedCard } from "./price-form-values";

/** The catalogue's token prices of a model, newest first: what a gateway that bills by token multiplies. */
export function listPrice(cards: readonly PricedCard[], model: string): PricedCard | null {
  const candidates = cards.filter(
    (card) => card.origin === "catalogue" && card.model === model && card.prices.scheme === "tokens",
  );
  // Whoever makes the model says it best.
  const own = candidates.filter((card) => card.sourceKind === "first_party");
  return (own.length > 0 ? own : candidates).reduce<PricedCard | null>(
    (newest, card) => (newest === null || card.validFrom > newest.validFrom ? card : newest),
    null,
  );
}
