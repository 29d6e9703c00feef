import { GPT_IMAGE_2_SIZES, isGptImage2Size, type ImageSize } from "@/lib/pricing";

let sizes: readonly ImageSize[] | null = null;

/** Every size that gpt-image-2 makes, lying and square, by width and then height: some ten thousand, listed once. */
export function gptImage2Sizes(): readonly ImageSize[] {
  sizes ??= listSizes();
  return sizes;
}

function listSizes(): ImageSize[] {
  const { step, longestEdge } = GPT_IMAGE_2_SIZES;
  const found: ImageSize[] = [];
  for (let width = step; width <= longestEdge; width += step) {
    for (let height = step; height <= width; height += step) {
      if (isGptImage2Size({ width, height })) found.push({ width, height });
    }
  }
  return found;
}
