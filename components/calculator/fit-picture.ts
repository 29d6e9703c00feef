import { nearestSizeText, pricedPictures } from "@/lib/calculator";
import { parseSize, type RateCard } from "@/lib/pricing";

interface Picture {
  size: string;
  quality: string;
}

/** The qualities that a model's card knows, and leaving it to the model. */
export function qualityChoices(card: RateCard | null): string[] {
  const known = card ? pricedPictures(card).qualities : [];
  return [...known.filter((quality) => quality !== "auto"), "auto"];
}

/**
 * The picture to ask a newly chosen model for: as it was where the model knows it, else the nearest legal size, the
 * first listed one, and a middling quality. A quality that the model before left no choice of was nobody's choice.
 */
export function fitPicture(
  card: RateCard | null,
  { size, quality }: Picture,
  before: RateCard | null = null,
): Picture {
  if (!card) return { size, quality };
  const { sizes } = pricedPictures(card);
  const qualities = qualityChoices(card);
  const wasChosen = before === null || qualityChoices(before).length > 1;
  return { size: fitSize(card, size, sizes), quality: fitQuality(wasChosen ? quality : null, qualities) };
}

function fitSize(card: RateCard, size: string, sizes: readonly string[]): string {
  if (size === "auto" || sizes.includes(size)) return size;
  if (makesAnySize(card)) return nearestSizeText(card.model, size) ?? size;
  if (sizes.includes("auto")) return parseSize(size) ? size : "auto";
  return sizes[0] ?? size;
}

/** Whether the card prices sizes that it does not name. */
function makesAnySize({ prices }: RateCard): boolean {
  switch (prices.scheme) {
    case "tokens":
      return prices.outputTokens.kind === "gpt-image-2" || prices.outputTokens.kind === "unknown";
    case "per_image":
      return prices.standard.some(({ size }) => size === "any");
    case "credits":
    case "per_call":
    case "conditional":
      return true;
  }
}

function fitQuality(quality: string | null, qualities: readonly string[]): string {
  if (quality !== null && qualities.includes(quality)) return quality;
  return ["medium", "standard"].find((each) => qualities.includes(each)) ?? qualities[0] ?? "auto";
}
