import { nearestLegalSize, parseSize, sizeProblems } from "@/lib/pricing";

/** The sizes of the models that make three only. */
const FIXED_SIZES = ["1024x1024", "1536x1024", "1024x1536"];

/**
 * The size to use instead of one that a model refuses: the nearest that it makes. Null where the model does not refuse
 * it, where its rules are not known, or where the text is no size at all.
 */
export function nearestSizeText(model: string, size: string): string | null {
  const wanted = parseSize(size);
  if (!wanted || sizeProblems(model, size).length === 0) return null;
  const { width, height } = nearestLegalSize(wanted.width, wanted.height);
  const nearest = `${width}x${height}`;
  if (sizeProblems(model, nearest).length === 0) return nearest;

  const shape = Math.log(wanted.width / wanted.height);
  const distance = (candidate: string) => {
    const { width, height } = parseSize(candidate) ?? { width: 1, height: 1 };
    return Math.abs(Math.log(width / height) - shape);
  };
  const legal = FIXED_SIZES.filter((each) => sizeProblems(model, each).length === 0);
  return legal.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** What people type as a size, in the form that the API takes: `1024 × 1024` is 1024x1024. */
export function readSizeText(text: string): string {
  return text.replace(/\s+/g, "").replace(/[×X*]/g, "x").toLowerCase();
}
