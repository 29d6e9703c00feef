import { PLAIN_TERMS, type RateCard, type RateCardPrices } from "@/lib/pricing";

/** How someone's own offer bills. Amounts are decimal strings in US dollars with at most nine decimals. */
export type OwnScheme =
  /** The list price of the model that is looked at, times a factor. */
  | { kind: "factor"; factor: string }
  | { kind: "per_image"; price: string }
  | { kind: "per_call"; price: string }
  | { kind: "credits"; pricePerCredit: string; creditsPerImage: string };

/**
 * An offer as a rate card for the model of a list card, so that it is priced like any other. A flat price holds for
 * every size and quality, in a batch as well, and covers the prompt, reference images and previews.
 */
export function ownCard(name: string, scheme: OwnScheme, list: RateCard): RateCard {
  return {
    ...list,
    id: `own:${name}`,
    origin: "workspace",
    name,
    validFrom: "0001-01-01",
    validTo: null,
    sourceUrl: null,
    sourceKind: "user_entered",
    shutdownOn: null,
    notes: null,
    prices: ownPrices(scheme, list),
  };
}

function ownPrices(scheme: OwnScheme, list: RateCard): RateCardPrices {
  const flat = { multiplier: "1", terms: { ...PLAIN_TERMS, partialImage: null } };
  switch (scheme.kind) {
    case "factor":
      return { ...list.prices, multiplier: scheme.factor };
    case "per_image": {
      const prices = [{ size: "any", quality: "any", price: scheme.price }];
      return { scheme: "per_image", standard: prices, batch: prices, ...flat };
    }
    case "per_call":
      return { scheme: "per_call", price: scheme.price, batchPrice: scheme.price, ...flat };
    case "credits": {
      const tiers = [{ maxLongEdge: null, quality: "any", credits: scheme.creditsPerImage }];
      const { pricePerCredit } = scheme;
      return {
        scheme: "credits",
        pricePerCredit,
        standard: tiers,
        batch: tiers,
        autoBilledAs: null,
        ...flat,
      };
    }
  }
}
