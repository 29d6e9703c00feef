import type { ImageSize } from "./image-size";
import { isFixedSizeModel, readsReferencesInPatches } from "./model-family";

/**
 * The image input tokens that one reference picture is billed as, from measurements of third parties; null for a
 * model that nobody measured. OpenAI documents neither rule for these models.
 */
export function referenceImageTokens(model: string, image: ImageSize): number | null {
  if (readsReferencesInPatches(model)) return countPatches(image);
  if (isFixedSizeModel(model)) return countTileTokens(image);
  return null;
}

const PATCH = 32;
const MOST_PATCHES = 1536;
const ENLARGED_EDGE = 1024;

/**
 * 32-pixel patches. A small picture is enlarged towards a long side of 1,024, at most twofold; one beyond 3:1 counts
 * as 3:1; one over the budget is shrunk to whole patches on the side that binds.
 */
function countPatches({ width, height }: ImageSize): number {
  const long = Math.max(width, height);
  const short = Math.max(Math.min(width, height), long / 3);
  const scale = Math.max(1, Math.min(2, ENLARGED_EDGE / long));
  const patches = Math.ceil((long * scale) / PATCH) * Math.ceil((short * scale) / PATCH);
  if (patches <= MOST_PATCHES) return patches;

  const longPatches = Math.floor(Math.sqrt((MOST_PATCHES * long) / short));
  const shortPatches = Math.floor(Math.sqrt((MOST_PATCHES * short) / long));
  return longPatches * short <= shortPatches * long
    ? longPatches * Math.ceil((longPatches * short) / long)
    : shortPatches * Math.ceil((shortPatches * long) / short);
}

const TILE = 512;
const BASE_TOKENS = 65;
const TOKENS_PER_TILE = 129;

/** 512-pixel tiles of the picture, fitted into 2,048 by 2,048 first (so four at most) and then shrunk to a short side of 512. */
function countTileTokens({ width, height }: ImageSize): number {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const tiles = short > TILE ? Math.ceil(long / short) : Math.ceil(long / TILE);
  return BASE_TOKENS + TOKENS_PER_TILE * Math.min(4, tiles);
}
