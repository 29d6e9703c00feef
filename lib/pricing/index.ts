export { NEAREST_ESTIMABLE_MODEL, SUCCESSORS } from "./catalogue/successors";
export type { Estimate, HypotheticalRequest } from "./estimate";
export { estimateRequest } from "./estimate-request";
export { explainCall } from "./explain-call";
export type { CallExplanation } from "./explain-call";
export {
  GPT_IMAGE_2_QUALITIES,
  GPT_IMAGE_2_SIZES,
  gptImage2OutputTokens,
  isGptImage2Size,
} from "./gpt-image-2-tokens";
export type { GptImage2Quality } from "./gpt-image-2-tokens";
export { parseSize } from "./image-size";
export type { ImageSize } from "./image-size";
export { modelFamily } from "./model-family";
export { buildPriceBook, findRateCard } from "./price-book";
export type { PriceBook } from "./price-book";
export { priceCall } from "./price-call";
export type { CallPrice } from "./price-call";
export type { PricePart } from "./bill-line";
export type { CallToPrice, TokenUsage } from "./call-to-price";
export type { UnpricedReason } from "./rate-call";
export { PLAIN_TERMS } from "./rate-card";
export type {
  BillingTerms,
  ConditionalPrices,
  CreditTier,
  ImagePrice,
  OutputTokenSource,
  PlainPrices,
  PriceCondition,
  PriceSourceKind,
  RateCard,
  RateCardPrices,
  TokenRates,
} from "./rate-card";
export { resolvePicture } from "./resolve-picture";
export type { PictureEvidence, ResolvedPicture } from "./resolve-picture";
export { partSentence } from "./sentences";
export { nearestLegalSize, sizeProblems } from "./size-rules";
