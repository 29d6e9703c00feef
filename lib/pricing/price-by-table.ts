import type { BillLine } from "./bill-line";
import { isLeftOpen, priceRange, unpricedPicture, type PicturePrice } from "./picture-price";
import { ANY, pictureKey, type PictureLine, type PicturePricing } from "./price-plan";

/** Prices a picture by a list of sizes and qualities. */
export function priceByTable(
  { bySizeAndQuality: table, isPartial }: Extract<PicturePricing, { kind: "table" }>,
  size: string | null,
  quality: string | null,
): PicturePrice {
  const listed = findListed(table, size ?? "auto", quality ?? "auto");
  if (listed) return { line: listed.line };
  if (isPartial) return unpricedPicture("output_tokens_unknown");

  const pictures = [...table.values()];
  const isQualityListed = pictures.some((picture) => picture.quality === quality || picture.quality === ANY);
  if (!isLeftOpen(quality) && !isQualityListed) return unpricedPicture("quality_unknown");
  const sizes = isLeftOpen(size) ? new Set(pictures.map((picture) => picture.size)) : [size];
  const qualities = isLeftOpen(quality) ? new Set(pictures.map((picture) => picture.quality)) : [quality];
  const lines: BillLine[] = [];
  for (const possibleSize of sizes) {
    for (const possibleQuality of qualities) {
      const line = lineOf(table, possibleSize, possibleQuality);
      if (line) lines.push(line);
    }
  }
  if (lines.length === 0) return unpricedPicture("size_not_priced");
  return priceRange(lines, isLeftOpen(quality) ? "quality_unknown" : "size_unknown");
}

/** The price of one picture that the model may have chosen: what names it, before what is for any. */
function lineOf(table: ReadonlyMap<string, PictureLine>, size: string, quality: string): BillLine | null {
  for (const listedSize of [size, ANY]) {
    for (const listedQuality of [quality, ANY]) {
      const found = table.get(pictureKey({ size: listedSize, quality: listedQuality }));
      if (found) return found.line;
    }
  }
  return null;
}

/**
 * The entry for a size and quality, named before "any". What was left open has the price of "any" only where the list
 * names nothing else that it could have been. A card may list a price for "auto" itself.
 */
function findListed(
  table: ReadonlyMap<string, PictureLine>,
  size: string,
  quality: string,
): PictureLine | null {
  for (const listedSize of [size, ANY]) {
    for (const listedQuality of [quality, ANY]) {
      const found = table.get(pictureKey({ size: listedSize, quality: listedQuality }));
      if (!found) continue;
      const isOpenSizeCovered = listedSize === size || !isLeftOpen(size) || !names(table, "size");
      const isOpenQualityCovered =
        listedQuality === quality || !isLeftOpen(quality) || !names(table, "quality");
      if (isOpenSizeCovered && isOpenQualityCovered) return found;
    }
  }
  return null;
}

function names(table: ReadonlyMap<string, PictureLine>, property: "size" | "quality"): boolean {
  for (const picture of table.values()) if (picture[property] !== ANY) return true;
  return false;
}
