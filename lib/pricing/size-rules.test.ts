import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGptImage2Size } from "./gpt-image-2-tokens";
import { parseSize } from "./image-size";
import { nearestLegalSize, sizeProblems } from "./size-rules";

test.each([
  ["1024x1024", { width: 1024, height: 1024 }],
  ["1x99999", { width: 1, height: 99_999 }],
  ["auto", null],
  ["", null],
  ["1024", null],
  ["1024X1024", null],
  ["0x1024", null],
  ["01024x1024", null],
  ["-1024x1024", null],
  ["1024x1024x3", null],
  ["1e3x1024", null],
  ["100000x1", null],
])("%j reads as %o", (text, size) => {
  expect(parseSize(text)).toEqual(size);
});

describe("sizeProblems", () => {
  test.each(["1024x1024", "1536x1024", "2048x1152", "3840x2160", "2880x2880", "1440x480", "auto"])(
    "gpt-image-2 makes %s",
    (size) => {
      expect(sizeProblems("gpt-image-2", size)).toEqual([]);
      expect(sizeProblems("gpt-image-2-2026-04-21", size)).toEqual([]);
    },
  );

  test.each([
    ["1920x1080", ["Both edges must be multiples of 16; 1080 is not. Nearest legal: 1920x1088."]],
    ["1000x1001", ["Both edges must be multiples of 16; 1000 and 1001 are not. Nearest legal: 1008x1008."]],
    ["512x512", ["A picture needs at least 655,360 pixels; 512x512 has 262,144. Nearest legal: 816x816."]],
    [
      "4096x4096",
      [
        "The longer edge must be at most 3840 pixels; 4096 is more.",
        "A picture has at most 8,294,400 pixels; 4096x4096 has 16,777,216. Nearest legal: 2880x2880.",
      ],
    ],
    ["3200x800", ["The longer edge must be at most 3 times the shorter one. Nearest legal: 2768x928."]],
    ["large", ["“large” is not a size such as 1024x1024."]],
  ])("gpt-image-2 does not make %s", (size, problems) => {
    expect(sizeProblems("gpt-image-2", size)).toEqual(problems);
  });

  test.each([
    "gpt-image-1",
    "gpt-image-1-mini",
    "gpt-image-1.5",
    "gpt-image-1.5-2025-12-16",
    "chatgpt-image-latest",
  ])("%s makes three sizes", (model) => {
    for (const size of ["1024x1024", "1536x1024", "1024x1536", "auto"]) {
      expect(sizeProblems(model, size)).toEqual([]);
    }
    expect(sizeProblems(model, "2048x1152")).toEqual([
      `${model} makes 1024x1024, 1536x1024, 1024x1536 only.`,
    ]);
  });

  test("of a model with unknown rules only the shape is checked", () => {
    expect(sizeProblems("gpt-image-2.6-flare", "512x512")).toEqual([]);
    expect(sizeProblems("imagen-4", "1x1")).toEqual([]);
    expect(sizeProblems("imagen-4", "1K")).toHaveLength(1);
  });
});

describe("nearestLegalSize", () => {
  test.each([
    [1920, 1080, 1920, 1088],
    [1080, 1920, 1088, 1920],
    [7680, 4320, 3840, 2160],
    [4000, 2250, 3840, 2160],
    [5000, 5000, 2880, 2880],
    [4000, 1500, 3840, 1440],
    [1, 1, 816, 816],
    [1280, 853, 1280, 848],
  ])("of %ix%i is %ix%i", (width, height, nearestWidth, nearestHeight) => {
    expect(nearestLegalSize(width, height)).toEqual({ width: nearestWidth, height: nearestHeight });
  });

  const edges = fc.integer({ min: 1, max: 99_999 });

  test("is always legal, and the same picture turned is the same size turned", () => {
    fc.assert(
      fc.property(edges, edges, (width, height) => {
        const nearest = nearestLegalSize(width, height);
        expect(isGptImage2Size(nearest)).toBe(true);
        const turned = nearestLegalSize(height, width);
        expect(turned.width * turned.height).toBe(nearest.width * nearest.height);

        const shape = Math.min(3, Math.max(1 / 3, width / height));
        expect(Math.abs(Math.log(nearest.width / nearest.height / shape))).toBeLessThan(0.04);
      }),
      { numRuns: 2000 },
    );
  });

  test("of a legal size is itself", () => {
    const steps = fc.integer({ min: 1, max: 240 });
    fc.assert(
      fc.property(steps, steps, (widthSteps, heightSteps) => {
        const size = { width: widthSteps * 16, height: heightSteps * 16 };
        fc.pre(isGptImage2Size(size));
        expect(nearestLegalSize(size.width, size.height)).toEqual(size);
      }),
      { numRuns: 2000 },
    );
  });
});
