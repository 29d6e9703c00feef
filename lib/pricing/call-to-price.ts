/** The tokens that a provider reported for one call, in whole numbers. */
export interface TokenUsage {
  textInputTokens: number;
  imageInputTokens: number;
  textOutputTokens: number;
  imageOutputTokens: number;
}

export interface CallToPrice {
  provider: string;
  model: string;
  operation: "generation" | "edit";
  n: number;
  /** What was made, as far as it is known. */
  size: string | null;
  quality: string | null;
  /** As asked for, where that may differ from what was made: some providers bill "auto" as a quality of their own. */
  requestedQuality?: string | null | undefined;
  outputFormat: string | null;
  batch: boolean;
  /** Null: nobody knows whether the provider bills it. */
  billed: boolean | null;
  imagesReturned: number;
  /** Reference images sent along; null: not logged. */
  inputImages: number | null;
  /** Previews streamed for each image; null: not logged, taken for none. */
  partialImages: number | null;
  usage: TokenUsage | null;
  chargedNanoUsd: bigint | null;
  /** The UTC date of the call, YYYY-MM-DD. */
  on: string;
}
