import { sizeProblems } from "@/lib/pricing";

/** Sizes that nearly every model makes, the smallest first. */
const COMMON_SIZES = ["1024x1024", "1536x1024", "1024x1536", "2048x2048", "1920x1088", "3840x2160"];

/** The common sizes that a model makes. */
export function legalSizes(model: string): string[] {
  return COMMON_SIZES.filter((size) => sizeProblems(model, size).length === 0);
}
