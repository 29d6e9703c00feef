import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceImageTokens } from "./reference-image-tokens";

test.each([
  // A square of 1,024 is 32 by 32 patches; smaller ones are enlarged up to it, at most twofold.
  [1024, 1024, 1024],
  [512, 512, 1024],
  [256, 256, 256],
  [1024, 512, 512],
  // 48 by 32 patches is the whole budget.
  [1536, 1024, 1536],
  // OpenAI's example of the same patch rule for other models: 33 by 44 patches.
  [1800, 2400, 1452],
  [4096, 4096, 1521],
  // Beyond 3:1 it counts as 3:1, here 1,024 by 341.3.
  [1024, 64, 352],
])("gpt-image-2 reads %ix%i as %i tokens", (width, height, tokens) => {
  expect(referenceImageTokens("gpt-image-2", { width, height })).toBe(tokens);
  expect(referenceImageTokens("gpt-image-2-2026-04-21", { width, height })).toBe(tokens);
});

test("no reference takes more than the budget, and it does not matter which way up it is", () => {
  const edge = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(edge, edge, (width, height) => {
      const tokens = referenceImageTokens("gpt-image-2", { width, height })!;
      expect(tokens).toBeGreaterThan(0);
      expect(tokens).toBeLessThanOrEqual(1536);
      expect(referenceImageTokens("gpt-image-2", { width: height, height: width })).toBe(tokens);
    }),
  );
});

test.each([
  // Measured by third parties: 194 tokens for one tile, 323 for two.
  [1024, 1024, 194],
  [512, 512, 194],
  [100, 100, 194],
  [1024, 1536, 323],
  [1536, 1024, 323],
  [8000, 100, 581],
])("gpt-image-1.5 reads %ix%i as %i tokens", (width, height, tokens) => {
  expect(referenceImageTokens("gpt-image-1.5", { width, height })).toBe(tokens);
});

test("of other models nothing is known", () => {
  expect(referenceImageTokens("imagen-4", { width: 1024, height: 1024 })).toBeNull();
  expect(referenceImageTokens("gpt-image-20", { width: 1024, height: 1024 })).toBeNull();
});
