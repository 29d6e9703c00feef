/** Who stands behind a price. */
export type PriceSourceKind = "first_party" | "third_party" | "user_entered" | "calibrated";

/**
 * US dollars per million tokens, as decimal strings with at most nine decimals.
 * Null says that the provider lists no such price, which is not the same as free.
 */
export interface TokenRates {
  textInput: string | null;
  cachedTextInput: string | null;
  imageInput: string | null;
  cachedImageInput: string | null;
  imageOutput: string | null;
  textOutput: string | null;
}

/** How many image output tokens one picture takes before anyone has seen a response. */
export type OutputTokenSource =
  | { kind: "gpt-image-2" }
  | { kind: "table"; entries: { size: string; quality: string; tokens: number }[] }
  /**
   * The provider publishes a price per picture that its own token rates do not give. A picture without usage costs
   * that price; the tokens are what a response reports, and are kept beside it. It is a standard price, not batch.
   */
  | { kind: "priced_table"; entries: { size: string; quality: string; tokens: number; usd: string }[] }
  | { kind: "unknown" };

export interface ImagePrice {
  size: string;
  quality: string;
  usd: string;
}

/**
 * What one model costs at one provider. `multiplier` is a decimal string (“1.2” is twenty per cent
 * on top) that applies to every price of the card.
 */
export type RateCardPrices =
  | {
      scheme: "tokens";
      standard: TokenRates;
      /** Stored, never derived: the provider rounds its own halves. Null: no batch price exists. */
      batch: TokenRates | null;
      outputTokens: OutputTokenSource;
      multiplier: string;
    }
  | { scheme: "per_image"; standard: ImagePrice[]; batch: ImagePrice[] | null; multiplier: string }
  | { scheme: "per_call"; usd: string; batchUsd: string | null; multiplier: string };

/** The prices of one model from one provider, valid from a date. Dates are YYYY-MM-DD in UTC. */
export interface RateCard {
  id: string;
  /** A workspace's own card wins over the catalogue's for the same provider and model. */
  origin: "catalogue" | "workspace";
  provider: string;
  model: string;
  name: string;
  validFrom: string;
  /** The first day on which the card is no longer valid; null while it is open-ended. */
  validTo: string | null;
  sourceUrl: string | null;
  sourceKind: PriceSourceKind;
  checkedOn: string;
  shutdownOn: string | null;
  notes: string | null;
  prices: RateCardPrices;
}
