import { nearestLegalSize, parseSize, sizeProblems } from "@/lib/pricing";

/** Sizes that nearly every model makes, the smallest first. */
const COMMON_SIZES = ["1024x1024", "1536x1024", "1024x1536", "2048x2048", "1920x1088", "3840x2160"];

/** The common sizes that a model makes. */
export function legalSizes(model: string): string[] {
  return COMMON_SIZES.filter((size) => sizeProblems(model, size).length === 0);
}

/** The legal size to use instead of one that the model refuses; null where the text is no size or nothing is wrong. */
export function suggestSize(model: string, text: string): string | null {
  const size = readSize(text);
  const parsed = parseSize(size);
  if (!parsed || sizeProblems(model, size).length === 0) return null;
  const nearest = nearestLegalSize(parsed.width, parsed.height);
  const nearestText = `${nearest.width}x${nearest.height}`;
  if (sizeProblems(model, nearestText).length === 0) return nearestText;

  const shape = Math.log(parsed.width / parsed.height);
  const distance = (candidate: string) => {
    const { width, height } = parseSize(candidate) ?? { width: 1, height: 1 };
    return Math.abs(Math.log(width / height) - shape);
  };
  return legalSizes(model).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** What people type as a size, in the form that the API takes: `1024 × 1024` is 1024x1024. */
export function readSize(text: string): string {
  return text.replace(/\s+/g, "").replace(/[×X*]/g, "x").toLowerCase();
}
