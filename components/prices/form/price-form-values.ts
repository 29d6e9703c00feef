import type { z } from "zod";
import type { rateCardSchema } from "@/lib/contracts/prices";
import { PLAIN_TERMS, type TokenRates } from "@/lib/pricing";

/** A rate card as the API hands it out. */
export type PricedCard = z.output<typeof rateCardSchema>;

/** The ways to enter a price that needs no rule; a list is somebody else's token prices times a factor. */
export type PlainScheme = "list" | "tokens" | "per_image" | "credits" | "per_call";

/** Where a set of plain prices stands in the form. */
export type PlainPath = "plain" | `rules.${number}.prices`;

/** Decimals as typed; an empty box is a price that is not listed. */
export type RateValues = Record<keyof TokenRates, string>;

export interface ImageLine {
  size: string;
  quality: string;
  price: string;
  batchPrice: string;
}

export interface TokenLine {
  size: string;
  quality: string;
  tokens: string;
  price: string;
}

export interface TierLine {
  /** Empty: however long. */
  maxLongEdge: string;
  quality: string;
  credits: string;
  batchCredits: string;
}

/** Every scheme's boxes at once, so that switching between them loses nothing. */
export interface PlainValues {
  scheme: PlainScheme;
  multiplier: string;
  hasBatch: boolean;
  standard: RateValues;
  batch: RateValues;
  outputKind: "gpt-image-2" | "table" | "partial_table" | "priced_table" | "unknown";
  tokenLines: TokenLine[];
  images: ImageLine[];
  pricePerCredit: string;
  /** Empty: as what was made. */
  autoBilledAs: string;
  tiers: TierLine[];
  callPrice: string;
  callBatchPrice: string;
}

export interface RuleValues {
  /** As typed, separated by commas or spaces; empty leaves the property open. */
  sizes: string;
  orientations: string[];
  minPixels: string;
  maxPixels: string;
  qualities: string[];
  formats: string[];
  prices: PlainValues;
}

export interface TermValues {
  code: string;
  usdPerUnit: string;
  minimumCharge: string;
  partialKind: "none" | "tokens" | "price";
  partialTokens: string;
  partialPrice: string;
  inputImagePrice: string;
  inputBilledPer: "image" | "request";
}

export interface PriceFormValues {
  provider: string;
  model: string;
  /** Empty: made of provider and model. */
  name: string;
  validFrom: string;
  /** The last day on which it holds; empty while it is open-ended. */
  lastDay: string;
  checkedOn: string;
  shutdownOn: string;
  sourceUrl: string;
  sourceKind: "user_entered" | "calibrated";
  notes: string;
  isByRule: boolean;
  plain: PlainValues;
  rules: RuleValues[];
  /** On top of the rules' own factors. */
  rulesMultiplier: string;
  terms: TermValues;
}

export const NO_RATES: RateValues = {
  textInput: "",
  cachedTextInput: "",
  imageInput: "",
  cachedImageInput: "",
  imageOutput: "",
  textOutput: "",
};

export const EMPTY_PLAIN: PlainValues = {
  scheme: "list",
  multiplier: "1",
  hasBatch: false,
  standard: NO_RATES,
  batch: NO_RATES,
  outputKind: "gpt-image-2",
  tokenLines: [{ size: "1024x1024", quality: "high", tokens: "", price: "" }],
  images: [{ size: "1024x1024", quality: "high", price: "", batchPrice: "" }],
  pricePerCredit: "",
  autoBilledAs: "",
  tiers: [{ maxLongEdge: "", quality: "any", credits: "", batchCredits: "" }],
  callPrice: "",
  callBatchPrice: "",
};

export const EMPTY_RULE: RuleValues = {
  sizes: "",
  orientations: [],
  minPixels: "",
  maxPixels: "",
  qualities: [],
  formats: [],
  prices: { ...EMPTY_PLAIN, scheme: "per_image", images: [anyImage()] },
};

function anyImage(): ImageLine {
  return { size: "any", quality: "any", price: "", batchPrice: "" };
}

export const PLAIN_TERM_VALUES: TermValues = {
  code: PLAIN_TERMS.currency.code,
  usdPerUnit: PLAIN_TERMS.currency.usdPerUnit,
  minimumCharge: "",
  partialKind: "tokens",
  partialTokens: "100",
  partialPrice: "",
  inputImagePrice: "",
  inputBilledPer: PLAIN_TERMS.inputBilledPer,
};

export function emptyPriceForm(
  today: string,
  wanted: { provider?: string | null; model?: string | null; from?: string | null } = {},
): PriceFormValues {
  return {
    provider: wanted.provider ?? "wisgate",
    model: wanted.model ?? "gpt-image-2",
    name: "",
    validFrom: wanted.from ?? today,
    lastDay: "",
    checkedOn: today,
    shutdownOn: "",
    sourceUrl: "",
    sourceKind: "user_entered",
    notes: "",
    isByRule: false,
    plain: EMPTY_PLAIN,
    rules: [EMPTY_RULE],
    rulesMultiplier: "1",
    terms: PLAIN_TERM_VALUES,
  };
}
