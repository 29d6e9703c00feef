import { sizeText, type ImageSize } from "./image-size";

/** The rules for the sizes that gpt-image-2 makes, as its guide states them. */
export const GPT_IMAGE_2_SIZES = {
  step: 16,
  longestEdge: 3840,
  longestRatio: 3,
  fewestPixels: 655_360,
  mostPixels: 8_294_400,
} as const;

export function isGptImage2Size({ width, height }: ImageSize): boolean {
  const { step, longestEdge, longestRatio, fewestPixels, mostPixels } = GPT_IMAGE_2_SIZES;
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const pixels = width * height;
  return (
    width % step === 0 &&
    height % step === 0 &&
    long <= longestEdge &&
    long <= longestRatio * short &&
    pixels >= fewestPixels &&
    pixels <= mostPixels
  );
}

/** From the fewest tokens to the most. */
export const GPT_IMAGE_2_QUALITIES = ["low", "medium", "high"] as const;
export type GptImage2Quality = (typeof GPT_IMAGE_2_QUALITIES)[number];

export function isGptImage2Quality(quality: string): quality is GptImage2Quality {
  return quality === "low" || quality === "medium" || quality === "high";
}

const PATCHES_ON_THE_LONG_EDGE: Record<GptImage2Quality, number> = { low: 16, medium: 48, high: 96 };

/**
 * The image output tokens of one gpt-image-2 picture. The formula was read out of OpenAI's calculator and is no
 * promise: tokens that a response reports win over it. A larger picture can take fewer tokens, as the grid's short
 * side shrinks with the aspect ratio. A size that the model does not make is a RangeError.
 */
export function gptImage2OutputTokens(width: number, height: number, quality: GptImage2Quality): number {
  if (!isGptImage2Size({ width, height })) {
    throw new RangeError(`gpt-image-2 makes no pictures of ${sizeText({ width, height })}`);
  }
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const longPatches = PATCHES_ON_THE_LONG_EDGE[quality];
  // Every product stays far below 2^53 and both roundings are of integers, so these numbers are exact.
  const shortPatches = Math.floor((2 * longPatches * short + long) / (2 * long));
  return Math.ceil((longPatches * shortPatches * (2_000_000 + width * height)) / 4_000_000);
}

/** The legal sizes that take the fewest and the most tokens at a quality: the ends of the range of an unknown size. */
export const FEWEST_TOKENS_SIZE: Record<GptImage2Quality, ImageSize> = {
  low: { width: 1408, height: 480 },
  medium: { width: 1408, height: 480 },
  high: { width: 1424, height: 480 },
};
export const MOST_TOKENS_SIZE: ImageSize = { width: 2880, height: 2880 };
