import type { PriceSourceKind, RateCard } from "@/lib/pricing";

/** A price list entry as an explanation names it: what, from when, on whose word and when that was last looked up. */
export interface CitedCard {
  id: string;
  name: string;
  origin: RateCard["origin"];
  provider: string;
  model: string;
  validFrom: string;
  validTo: string | null;
  checkedOn: string;
  sourceUrl: string | null;
  sourceKind: PriceSourceKind;
  multiplier: string;
}

export function citeCard(card: RateCard): CitedCard {
  const { id, name, origin, provider, model, validFrom, validTo, checkedOn, sourceUrl, sourceKind } = card;
  return {
    id,
    name,
    origin,
    provider,
    model,
    validFrom,
    validTo,
    checkedOn,
    sourceUrl,
    sourceKind,
    multiplier: card.prices.multiplier,
  };
}

/** Each card once, in the order in which they first came. */
export function citeCards(cards: readonly RateCard[]): CitedCard[] {
  return [...new Map(cards.map((card) => [card.id, citeCard(card)])).values()];
}

export const SOURCE_WORDS: Readonly<Record<PriceSourceKind, string>> = {
  first_party: "the provider’s own page",
  third_party: "a third party’s list",
  user_entered: "entered here",
  calibrated: "measured from calls",
};
