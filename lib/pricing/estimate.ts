import type { NanoUsd } from "@/lib/money";
import type { PricePart } from "./bill-line";
import type { ImageSize } from "./image-size";
import type { UnpricedReason } from "./rate-call";
import type { RateCard } from "./rate-card";

/** A request that nobody has made yet. Counts are whole numbers. */
export interface HypotheticalRequest {
  provider: string;
  model: string;
  operation: "generation" | "edit";
  n: number;
  size: string | null;
  quality: string | null;
  /** Null: left to the provider. */
  outputFormat: string | null;
  batch: boolean;
  /** The text input tokens that one image, or a request that is billed for its input once, is billed for. */
  promptTokens: number;
  inputImages: readonly ImageSize[];
  /** Previews streamed while an image is made. */
  partialImages: number;
  /** The UTC date of the request, YYYY-MM-DD. */
  on: string;
}

export type Estimate = PricedEstimate | RangeEstimate | UnpricedEstimate;

export interface PricedEstimate {
  status: "priced";
  rateCard: RateCard;
  /** The whole request; the parts add up to it. */
  costNanoUsd: NanoUsd;
  /** One image with its share of the input: its output and its input add up to it. */
  perImageNanoUsd: NanoUsd;
  perImageOutputNanoUsd: NanoUsd;
  perImageInputNanoUsd: NanoUsd;
  /** Of one image, previews included; null where the card does not bill its output by token. */
  imageOutputTokens: number | null;
  parts: PricePart[];
  explanation: string[];
}

/** The size, quality or format is left open: from the cheapest that it may choose to the dearest. */
interface RangeEstimate {
  status: "range";
  reason: UnpricedReason;
  rateCard: RateCard;
  lowNanoUsd: NanoUsd;
  highNanoUsd: NanoUsd;
  explanation: string[];
}

export interface UnpricedEstimate {
  status: "unpriced";
  reason: UnpricedReason | "reference_tokens_unknown";
  rateCard: RateCard | null;
  explanation: string[];
}
