import "server-only";
import { findRateCard, type PriceBook, type RateCard } from "@/lib/pricing";

export interface Shutdown {
  shutdownOn: string;
  statedBy: RateCard;
}

/**
 * When a model ends, by the card in force for it on a day, else by its newest one. Where a gateway's card states no
 * date, the list of whoever makes the model does, because a gateway cannot outlast it.
 *
 * A gateway is a provider of which the catalogue has no price. One that it has any of, such as Azure, has terms of its
 * own: it runs its own copies of models and ends them when it says so, so nothing follows for it from their maker's date.
 */
export function findShutdown(
  book: PriceBook,
  cards: readonly RateCard[],
  { provider, model, on }: { provider: string; model: string; on: string },
): Shutdown | null {
  const own = findRateCard(book, { provider, model, on }) ?? newestOf(cards, provider, model);
  if (own?.shutdownOn != null) return { shutdownOn: own.shutdownOn, statedBy: own };
  if (cards.some((card) => card.origin === "catalogue" && card.provider === provider)) return null;
  const makers = cards.filter((card) => card.sourceKind === "first_party" && card.shutdownOn !== null);
  const maker = makers.find((card) => isSameModel(card.model, model));
  return maker?.shutdownOn != null ? { shutdownOn: maker.shutdownOn, statedBy: maker } : null;
}

/** A dated snapshot ends with its model. */
export function isSameModel(listed: string, model: string): boolean {
  return (
    model === listed || (model.startsWith(listed) && /^-\d{4}-\d{2}-\d{2}$/.test(model.slice(listed.length)))
  );
}

function newestOf(cards: readonly RateCard[], provider: string, model: string): RateCard | null {
  return cards
    .filter((card) => card.provider === provider && isSameModel(card.model, model))
    .reduce<RateCard | null>((last, card) => (last && last.validFrom > card.validFrom ? last : card), null);
}
