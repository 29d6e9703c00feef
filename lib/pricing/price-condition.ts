import { parseSize, type ImageSize } from "./image-size";
import { isLeftOpen } from "./picture-price";
import type { PriceCondition } from "./rate-card";

/** What a rule of a card asks about a picture. Null or "auto": not known. */
export interface PictureFacts {
  size: string | null;
  quality: string | null;
  outputFormat: string | null;
}

/** What would have to be known to say whether a rule applies. */
export type OpenFact = "size" | "quality" | "format";

/** Whether a condition holds for a picture: true, false, or the fact that would decide it. */
export function conditionHolds(condition: PriceCondition, facts: PictureFacts): boolean | OpenFact {
  const { sizes, orientations, minPixels, maxPixels, qualities, formats } = condition;
  const isAboutSize = sizes !== null || orientations !== null || minPixels !== null || maxPixels !== null;
  let open: OpenFact | null = null;

  if (isAboutSize) {
    if (isLeftOpen(facts.size)) open = "size";
    else if (!sizeHolds(condition, facts.size)) return false;
  }
  if (qualities !== null) {
    if (isLeftOpen(facts.quality)) open = "quality";
    else if (!qualities.includes(facts.quality)) return false;
  }
  if (formats !== null) {
    if (facts.outputFormat === null) open ??= "format";
    else if (!formats.includes(facts.outputFormat)) return false;
  }
  return open ?? true;
}

function sizeHolds({ sizes, orientations, minPixels, maxPixels }: PriceCondition, size: string): boolean {
  if (sizes !== null && !sizes.includes(size)) return false;
  const parsed = parseSize(size);
  if (parsed === null) return orientations === null && minPixels === null && maxPixels === null;
  const pixels = parsed.width * parsed.height;
  return (
    (orientations === null || orientations.includes(orientationOf(parsed))) &&
    (minPixels === null || pixels >= minPixels) &&
    (maxPixels === null || pixels <= maxPixels)
  );
}

function orientationOf({ width, height }: ImageSize): "square" | "landscape" | "portrait" {
  if (width === height) return "square";
  return width > height ? "landscape" : "portrait";
}
