import type { ProviderUsage } from "@/lib/calls";
import { buildPriceBook, estimateRequest } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import type { Rng } from "./rng";

const book = buildPriceBook(CATALOGUE);
const outputTokens = new Map<string, number>();

/** Text that an edit's reference image adds to the prompt's tokens on top of its image tokens. */
const TEXT_TOKENS_PER_REFERENCE = 15;
const IMAGE_TOKENS_PER_REFERENCE: Record<string, number> = { "gpt-image-2": 1024 };
const OTHER_IMAGE_TOKENS_PER_REFERENCE = 323;

export interface PictureRequest {
  model: string;
  size: string;
  quality: string;
  promptTokens: number;
  referenceImages: number;
  date: string;
}

/**
 * The usage object that the provider returns with so many images: input counted once per image, output as the model's
 * own table or formula has it, save that an image of several is now and then one token short.
 */
export function providerUsage(request: PictureRequest, images: number, rng: Rng): ProviderUsage {
  const { model, promptTokens, referenceImages } = request;
  const perImage = outputTokensOf(request);
  let output = perImage * images;
  if (images > 1) for (let image = 0; image < images; image++) if (rng.happens(4)) output -= 1;

  const text = images * (promptTokens + referenceImages * TEXT_TOKENS_PER_REFERENCE);
  const image =
    images * referenceImages * (IMAGE_TOKENS_PER_REFERENCE[model] ?? OTHER_IMAGE_TOKENS_PER_REFERENCE);
  return {
    input_tokens: text + image,
    input_tokens_details: { text_tokens: text, image_tokens: image },
    output_tokens: output,
    total_tokens: text + image + output,
  };
}

function outputTokensOf({ model, size, quality, date }: PictureRequest): number {
  const key = `${model} ${size} ${quality}`;
  const known = outputTokens.get(key);
  if (known !== undefined) return known;
  const estimate = estimateRequest(book, {
    provider: "openai",
    model,
    operation: "generation",
    n: 1,
    size,
    quality,
    batch: false,
    promptTokens: 0,
    inputImages: [],
    partialImages: 0,
    outputFormat: null,
    on: date,
  });
  if (estimate.status !== "priced" || estimate.imageOutputTokens === null) {
    throw new Error(`The catalogue states no output tokens of ${key} on ${date}.`);
  }
  outputTokens.set(key, estimate.imageOutputTokens);
  return estimate.imageOutputTokens;
}
