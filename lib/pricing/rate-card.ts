/** Who stands behind a price. */
export type PriceSourceKind = "first_party" | "third_party" | "user_entered" | "calibrated";

/**
 * Prices per million tokens, in the card's currency, as decimal strings with at most nine decimals.
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
  /** Partial: the model also makes pictures that the table does not name, so that one left open to it has no range. */
  | {
      kind: "table";
      entries: { size: string; quality: string; tokens: number }[];
      isPartial?: true | undefined;
    }
  /**
   * The provider publishes a price per picture that its own token rates do not give. A picture without usage costs
   * that price; the tokens are what a response reports, and are kept beside it. It is a standard price, not batch.
   */
  | { kind: "priced_table"; entries: { size: string; quality: string; tokens: number; price: string }[] }
  | { kind: "unknown" };

/** The price of one picture. A size or quality of "any" stands for every one that the list does not name. */
export interface ImagePrice {
  size: string;
  quality: string;
  price: string;
}

/** Credits for one picture whose longer edge is at most so many pixels; null: however long. */
export interface CreditTier {
  maxLongEdge: number | null;
  /** "any" stands for every quality that the tiers do not name. */
  quality: string;
  credits: string;
}

/** The schemes that price a picture without asking which rule applies to it. */
export type PlainPrices =
  | {
      scheme: "tokens";
      standard: TokenRates;
      /** Stored, never derived: the provider rounds its own halves. Null: no batch price exists. */
      batch: TokenRates | null;
      outputTokens: OutputTokenSource;
      multiplier: string;
    }
  | { scheme: "per_image"; standard: ImagePrice[]; batch: ImagePrice[] | null; multiplier: string }
  | {
      scheme: "credits";
      pricePerCredit: string;
      standard: CreditTier[];
      batch: CreditTier[] | null;
      /** The quality that a picture of open or "auto" quality is billed as; null where it is billed as what was made. */
      autoBilledAs: string | null;
      multiplier: string;
    }
  | { scheme: "per_call"; price: string; batchPrice: string | null; multiplier: string };

/** What a picture must be for a rule to apply; null leaves a property open. All that is named must hold. */
export interface PriceCondition {
  sizes: string[] | null;
  orientations: ("square" | "landscape" | "portrait")[] | null;
  /** Of the picture, both included. */
  minPixels: number | null;
  maxPixels: number | null;
  qualities: string[] | null;
  formats: string[] | null;
}

/** Prices by the first rule that applies. */
export interface ConditionalPrices {
  scheme: "conditional";
  rules: { when: PriceCondition; prices: PlainPrices }[];
  multiplier: string;
}

/** What a card adds to its prices. */
export interface BillingTerms {
  /** What the prices are in, and what one unit of it is in US dollars, as a decimal string. */
  currency: { code: string; usdPerUnit: string };
  /** The least that a billed call costs, in that currency and with the multiplier counted in; null: no least. */
  minimumCharge: string | null;
  /** What each streamed preview adds: image output tokens, or a price. Null: nothing. */
  partialImage: { kind: "tokens"; tokens: number } | { kind: "price"; price: string } | null;
  /** What one reference image costs where it is not billed by token. Null: nothing of its own. */
  inputImagePrice: string | null;
  /** Whether the input counts with every image that is asked for, or once for the request. */
  inputBilledPer: "image" | "request";
}

/**
 * What one model costs at one provider. `multiplier` is a decimal string (“1.2” is twenty per cent on top) that applies
 * to every price of the card. Terms that are left out are PLAIN_TERMS.
 */
export type RateCardPrices = (PlainPrices | ConditionalPrices) & { terms?: BillingTerms | undefined };

/** US dollars, no least charge, previews at OpenAI's 100 output tokens each, the whole input billed with every image. */
export const PLAIN_TERMS: BillingTerms = {
  currency: { code: "USD", usdPerUnit: "1" },
  minimumCharge: null,
  partialImage: { kind: "tokens", tokens: 100 },
  inputImagePrice: null,
  inputBilledPer: "image",
};

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
