import { describe, expect, test } from "vitest";
import {
  FEWEST_TOKENS_SIZE,
  GPT_IMAGE_2_QUALITIES,
  MOST_TOKENS_SIZE,
  gptImage2OutputTokens,
  isGptImage2Quality,
  isGptImage2Size,
  type GptImage2Quality,
} from "./gpt-image-2-tokens";
import type { ImageSize } from "./image-size";

/** Every size within the published rules, written out again. */
function* legalSizes(): Generator<ImageSize> {
  for (let width = 16; width <= 3840; width += 16) {
    for (let height = 16; height <= 3840; height += 16) {
      const tooLong = width > 3 * height || height > 3 * width;
      if (!tooLong && width * height >= 655_360 && width * height <= 8_294_400) yield { width, height };
    }
  }
}

// Read from OpenAI's calculator on the day of release, from responses in production, or computed by hand from it.
test.each([
  [1024, 1024, 196, 1756, 7024],
  [1536, 1024, 158, 1372, 5488],
  [1024, 1536, 158, 1372, 5488],
  [1792, 1024, 139, 1243, 5063],
  [2048, 1152, 157, 1413, 5650],
  [2560, 1440, 205, 1843, 7370],
  [3840, 2160, 371, 3336, 13342],
])("%ix%i takes %i, %i and %i tokens", (width, height, low, medium, high) => {
  expect(GPT_IMAGE_2_QUALITIES.map((quality) => gptImage2OutputTokens(width, height, quality))).toEqual([
    low,
    medium,
    high,
  ]);
});

// OpenAI's guide states the output price per image, rounded to a tenth of a cent.
test.each([
  ["low", 1024, 1024, "0.006"],
  ["low", 1024, 1536, "0.005"],
  ["low", 1536, 1024, "0.005"],
  ["medium", 1024, 1024, "0.053"],
  ["medium", 1024, 1536, "0.041"],
  ["medium", 1536, 1024, "0.041"],
  ["high", 1024, 1024, "0.211"],
  ["high", 1024, 1536, "0.165"],
  ["high", 1536, 1024, "0.165"],
] as const)("%s quality at %ix%i costs the published $%s", (quality, width, height, published) => {
  const usd = (gptImage2OutputTokens(width, height, quality) * 30) / 1_000_000;
  expect(usd.toFixed(3)).toBe(published);
});

/** The formula once more, from the definitions of its two roundings and in big integers. */
function tokensByDefinition({ width, height }: ImageSize, quality: GptImage2Quality): bigint {
  const patches = { low: 16n, medium: 48n, high: 96n }[quality];
  const long = BigInt(width > height ? width : height);
  const short = BigInt(width > height ? height : width);
  // The row count r is the integer for which patches * short / long lies in [r - 1/2, r + 1/2).
  let rows = 0n;
  while ((2n * rows + 1n) * long <= 2n * patches * short) rows += 1n;
  const exact = patches * rows * (2_000_000n + long * short);
  // The smallest whole number that is no less than exact / 4,000,000.
  return exact % 4_000_000n === 0n ? exact / 4_000_000n : exact / 4_000_000n + 1n;
}

describe("over every legal size", () => {
  const sizes = [...legalSizes()];

  test("the rules accept exactly these", () => {
    let accepted = 0;
    for (let width = 8; width <= 4000; width += 8) {
      for (let height = 8; height <= 4000; height += 8) {
        if (isGptImage2Size({ width, height })) accepted += 1;
      }
    }
    expect(sizes.every(isGptImage2Size)).toBe(true);
    expect(accepted).toBe(sizes.length);
  });

  test.each(GPT_IMAGE_2_QUALITIES)("%s agrees with a second computation, either way up", (quality) => {
    const wrong = sizes.filter((size) => {
      const tokens = gptImage2OutputTokens(size.width, size.height, quality);
      return (
        BigInt(tokens) !== tokensByDefinition(size, quality) ||
        tokens !== gptImage2OutputTokens(size.height, size.width, quality)
      );
    });
    expect(wrong).toEqual([]);
  });

  test.each(GPT_IMAGE_2_QUALITIES)("%s lies between the stated ends of its range", (quality) => {
    const counts = sizes.map(({ width, height }) => gptImage2OutputTokens(width, height, quality));
    const least = FEWEST_TOKENS_SIZE[quality];
    expect(Math.min(...counts)).toBe(gptImage2OutputTokens(least.width, least.height, quality));
    expect(Math.max(...counts)).toBe(
      gptImage2OutputTokens(MOST_TOKENS_SIZE.width, MOST_TOKENS_SIZE.height, quality),
    );
  });

  test("a higher quality takes more tokens at the same size", () => {
    const wrong = sizes.filter(({ width, height }) => {
      const [low = 0, medium = 0, high = 0] = GPT_IMAGE_2_QUALITIES.map((quality) =>
        gptImage2OutputTokens(width, height, quality),
      );
      return !(0 < low && low < medium && medium < high);
    });
    expect(wrong).toEqual([]);
  });
});

test("a larger picture can take fewer tokens", () => {
  expect(gptImage2OutputTokens(1792, 1024, "high")).toBeLessThan(gptImage2OutputTokens(1024, 1024, "high"));
});

test.each([
  [1920, 1080],
  [512, 512],
  [3856, 2160],
  [2896, 2880],
  [2048, 672],
  [0, 0],
  [-1024, -1024],
  [1024.5, 1024],
  [Number.NaN, 1024],
])("%ix%i is no size of the model", (width, height) => {
  expect(isGptImage2Size({ width, height })).toBe(false);
  expect(() => gptImage2OutputTokens(width, height, "high")).toThrow(RangeError);
});

test("xhigh, max, standard and auto are not qualities of the model", () => {
  expect(["low", "medium", "high"].every(isGptImage2Quality)).toBe(true);
  expect(["xhigh", "max", "standard", "hd", "auto", "", "High", "toString"].some(isGptImage2Quality)).toBe(
    false,
  );
});
