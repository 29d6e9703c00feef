import { GPT_IMAGE_2_SIZES, isGptImage2Size } from "./gpt-image-2-tokens";
import { parseSize, sizeText, type ImageSize } from "./image-size";
import { isFixedSizeModel, modelFamily } from "./model-family";

const FIXED_SIZES = ["1024x1024", "1536x1024", "1024x1536"];

/**
 * Why a model would refuse a size, in sentences for people; empty when it would not, or when its rules are not known
 * here. "auto" is a legal size, though one without a price before the call.
 */
export function sizeProblems(model: string, size: string): string[] {
  if (size === "auto") return [];
  const parsed = parseSize(size);
  if (!parsed) return [`“${size.slice(0, 20)}” is not a size such as 1024x1024.`];
  if (modelFamily(model) === "gpt-image-2") return gptImage2SizeProblems(parsed);
  if (isFixedSizeModel(model) && !FIXED_SIZES.includes(size)) {
    return [`${model} makes ${FIXED_SIZES.join(", ")} only.`];
  }
  return [];
}

function gptImage2SizeProblems(size: ImageSize): string[] {
  if (isGptImage2Size(size)) return [];
  const { step, longestEdge, longestRatio, fewestPixels, mostPixels } = GPT_IMAGE_2_SIZES;
  const { width, height } = size;
  const long = Math.max(width, height);
  const pixels = width * height;
  const problems: string[] = [];

  const uneven = [...new Set([width, height])].filter((edge) => edge % step !== 0);
  if (uneven.length > 0) {
    const are = uneven.length === 1 ? "is" : "are";
    problems.push(`Both edges must be multiples of ${step}; ${uneven.join(" and ")} ${are} not.`);
  }
  if (long > longestEdge) {
    problems.push(`The longer edge must be at most ${longestEdge} pixels; ${long} is more.`);
  }
  if (long > longestRatio * Math.min(width, height)) {
    problems.push(`The longer edge must be at most ${longestRatio} times the shorter one.`);
  }
  if (pixels < fewestPixels) {
    problems.push(
      `A picture needs at least ${count(fewestPixels)} pixels; ${sizeText(size)} has ${count(pixels)}.`,
    );
  }
  if (pixels > mostPixels) {
    problems.push(
      `A picture has at most ${count(mostPixels)} pixels; ${sizeText(size)} has ${count(pixels)}.`,
    );
  }
  problems.push(`${problems.pop()} Nearest legal: ${sizeText(nearestLegalSize(width, height))}.`);
  return problems;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

// Twice: a picture of another shape is further off than one of another scale.
const SHAPE_WEIGHT = 2;

/** The steps around the wanted size in which a legal one always lies. */
const NEIGHBOURS = [-2, -1, 0, 1, 2];

/**
 * The legal gpt-image-2 size that is nearest to a picture: a shape or scale out of bounds is first brought to the
 * bound, then the size that changes shape and scale least is taken. A legal size is its own nearest.
 */
export function nearestLegalSize(width: number, height: number): ImageSize {
  const { step } = GPT_IMAGE_2_SIZES;
  const wanted = withinBounds({ width, height });
  let nearest = { width: 1024, height: 1024 };
  let nearestDistance = Infinity;
  for (const widthSteps of NEIGHBOURS) {
    for (const heightSteps of NEIGHBOURS) {
      const candidate = {
        width: (Math.round(wanted.width / step) + widthSteps) * step,
        height: (Math.round(wanted.height / step) + heightSteps) * step,
      };
      if (!isGptImage2Size(candidate)) continue;
      const widthChange = Math.log(candidate.width / wanted.width);
      const heightChange = Math.log(candidate.height / wanted.height);
      const distance = SHAPE_WEIGHT * (widthChange - heightChange) ** 2 + (widthChange + heightChange) ** 2;
      if (distance < nearestDistance) {
        nearest = candidate;
        nearestDistance = distance;
      }
    }
  }
  return nearest;
}

/** The same number of pixels in the nearest allowed shape, then the nearest allowed number of pixels in that shape. */
function withinBounds({ width, height }: ImageSize): ImageSize {
  const { longestEdge, longestRatio, fewestPixels, mostPixels } = GPT_IMAGE_2_SIZES;
  const ratio = Math.min(longestRatio, Math.max(width, height) / Math.min(width, height));
  const pixels = Math.min(mostPixels, Math.max(fewestPixels, width * height));
  const long = Math.min(longestEdge, Math.sqrt(pixels * ratio));
  const short = long / ratio;
  return width >= height ? { width: long, height: short } : { width: short, height: long };
}
