import { describe, expect, test } from "vitest";
import { buildPriceBook, type HypotheticalRequest } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { cheaperSizes } from "./cheaper-sizes";

const book = buildPriceBook(CATALOGUE);

const request: HypotheticalRequest = {
  provider: "openai",
  model: "gpt-image-2",
  operation: "generation",
  n: 1,
  size: "1024x1024",
  quality: "high",
  outputFormat: null,
  batch: false,
  promptTokens: 26,
  inputImages: [],
  partialImages: 0,
  on: "2026-11-23",
};

/** The published formula, written a second time: patches on the long edge, rounded on the short one. */
function tokens(width: number, height: number, patches: number): number {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const shortPatches = Number((2n * BigInt(patches * short) + BigInt(long)) / (2n * BigInt(long)));
  const product = BigInt(patches * shortPatches) * BigInt(2_000_000 + width * height);
  return Number((product + 3_999_999n) / 4_000_000n);
}

const PATCHES = { low: 16, medium: 48, high: 96 };

/** Every legal size, tried one by one: the fewest tokens among those that pass, and the most pixels at those tokens. */
function bruteForce(
  quality: keyof typeof PATCHES,
  passes: (width: number, height: number) => boolean,
): { tokens: number; pixels: number } {
  let best = { tokens: Infinity, pixels: 0 };
  for (let width = 16; width <= 3840; width += 16) {
    for (let height = 16; height <= 3840; height += 16) {
      const pixels = width * height;
      if (pixels < 655_360 || pixels > 8_294_400 || Math.max(width, height) > 3 * Math.min(width, height))
        continue;
      if (!passes(width, height)) continue;
      const count = tokens(width, height, PATCHES[quality]);
      if (count < best.tokens || (count === best.tokens && pixels > best.pixels))
        best = { tokens: count, pixels };
    }
  }
  return best;
}

const ratio = (width: number, height: number) => Math.max(width, height) / Math.min(width, height);
/** The prompt of 26 tokens at $5 and the output at $30 per million, in nano-dollars. */
const nano = (count: number) => BigInt(count) * 30_000n + 26n * 5_000n;

describe.each([
  ["1024x1024", "high"],
  ["1024x1024", "low"],
  ["1536x1024", "medium"],
  ["1024x1536", "high"],
  ["2048x2048", "high"],
  ["2880x2880", "medium"],
] as const)("%s at %s", (size, quality) => {
  const [width = 0, height = 0] = size.split("x").map(Number);
  const isStanding = height > width;
  const found = cheaperSizes(book, { ...request, size, quality });
  const isCandidate = (w: number, h: number) => w * h >= width * height && (isStanding ? h >= w : w >= h);
  const isSameShape = (w: number, h: number) => Math.abs(ratio(w, h) / ratio(width, height) - 1) <= 0.1;
  const now = nano(tokens(width, height, PATCHES[quality]));

  test("the first of the same shape is the cheapest that there is", () => {
    const best = bruteForce(quality, (w, h) => isCandidate(w, h) && isSameShape(w, h));
    const first = found.sameShape[0];
    if (nano(best.tokens) >= now) return expect(found.sameShape).toEqual([]);
    expect(first).toMatchObject({ perImageNanoUsd: nano(best.tokens), pixels: best.pixels });
  });

  test("each common shape has its cheapest", () => {
    const expected = [1, 5 / 4, 4 / 3, 3 / 2, 16 / 9, 2, 21 / 9, 3].flatMap((shape) => {
      const best = bruteForce(
        quality,
        (w, h) => isCandidate(w, h) && !isSameShape(w, h) && Math.abs(ratio(w, h) / shape - 1) <= 0.02,
      );
      return nano(best.tokens === Infinity ? 1e9 : best.tokens) < now ? [nano(best.tokens)] : [];
    });
    expect(found.otherShapes.map(({ perImageNanoUsd }) => perImageNanoUsd)).toEqual(
      expected.sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  test("every saving is what it says, and the way up stays", () => {
    for (const each of [...found.sameShape, ...found.otherShapes]) {
      const [w = 0, h = 0] = each.size.split("x").map(Number);
      expect(isCandidate(w, h)).toBe(true);
      expect(each.pixels).toBe(w * h);
      expect(each.savingNanoUsd).toBe(now - nano(tokens(w, h, PATCHES[quality])));
      expect(each.savingBasisPoints).toBe(Math.floor((Number(each.savingNanoUsd) / Number(now)) * 10_000));
    }
  });
});

test("1536x1024 has half as many pixels again as 1024x1024 and is cheaper", () => {
  const { otherShapes } = cheaperSizes(book, request);
  const threeToTwo = otherShapes.find(({ size }) => {
    const [w = 0, h = 1] = size.split("x").map(Number);
    return Math.abs(w / h - 1.5) <= 0.03;
  });
  // 5,488 tokens is what the published table has for 1536x1024 itself.
  expect(threeToTwo?.perImageNanoUsd).toBeLessThanOrEqual(nano(5488));
  expect(threeToTwo?.pixels).toBeGreaterThanOrEqual(1024 * 1024);
});

test("a model of three sizes is searched in its own table", () => {
  const asked = { ...request, model: "gpt-image-1.5", quality: "high", promptTokens: 0 };
  // 1536x1024 takes 6,208 tokens and 1024x1536 takes 6,240, but nothing larger is cheaper for any of them.
  for (const size of ["1024x1024", "1536x1024", "1024x1536"]) {
    expect(cheaperSizes(book, { ...asked, size })).toEqual({ sameShape: [], otherShapes: [] });
  }
});

test("without a single price there is nothing to be cheaper than", () => {
  const nothing = { sameShape: [], otherShapes: [] };
  expect(cheaperSizes(book, { ...request, size: "auto" })).toEqual(nothing);
  expect(cheaperSizes(book, { ...request, size: null })).toEqual(nothing);
  expect(cheaperSizes(book, { ...request, quality: null })).toEqual(nothing);
  expect(cheaperSizes(book, { ...request, model: "no-such-model" })).toEqual(nothing);
});
