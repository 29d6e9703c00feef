import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addSize,
  balanceShares,
  mixRows,
  removeSize,
  renameSize,
  setShare,
  shareLeftPercent,
} from "./mix-grid";

const SQUARE = "1024x1024";
const WIDE = "1536x1024";
const mix = [
  { size: SQUARE, quality: "low", sharePercent: 80 },
  { size: WIDE, quality: "high", sharePercent: 20 },
];

describe("the grid of sizes and qualities", () => {
  test("has a row for each size and knows an absent line from one of nothing", () => {
    expect(mixRows([...mix, { size: SQUARE, quality: "high", sharePercent: 0 }], ["low", "high"])).toEqual([
      { size: SQUARE, indexes: [0, 2], shares: [80, 0] },
      { size: WIDE, indexes: [1], shares: [null, 20] },
    ]);
  });

  test("a new cell stands beside its size, and a line of nothing goes", () => {
    const more = setShare(mix, SQUARE, "high", 5);
    expect(more.map((line) => `${line.size} ${line.quality} ${line.sharePercent}`)).toEqual([
      `${SQUARE} low 80`,
      `${SQUARE} high 5`,
      `${WIDE} high 20`,
    ]);
    expect(setShare(more, SQUARE, "low", 0)).toEqual([
      { size: SQUARE, quality: "high", sharePercent: 5 },
      mix[1],
    ]);
  });

  test("the last line of a size stays at nothing, so that its row does not vanish under the hand", () => {
    expect(setShare(mix, WIDE, "high", 0)).toEqual([mix[0], { ...mix[1], sharePercent: 0 }]);
    const moved = setShare(setShare(mix, WIDE, "high", 0), WIDE, "low", 20);
    expect(moved).toEqual([mix[0], { size: WIDE, quality: "low", sharePercent: 20 }]);
  });

  test("a new size takes what is left, an old one can be renamed or go", () => {
    expect(addSize(removeSize(mix, WIDE), "2048x2048", "high").at(-1)?.sharePercent).toBe(20);
    expect(addSize(mix, "2048x2048", "high").at(-1)?.sharePercent).toBe(0);
    expect(renameSize(mix, WIDE, "1024x1536")[1]?.size).toBe("1024x1536");
  });

  test("says how much is missing or too much", () => {
    expect(shareLeftPercent(mix)).toBe(0);
    expect(shareLeftPercent(setShare(mix, WIDE, "high", 7.5))).toBe(12.5);
    expect(shareLeftPercent(setShare(mix, WIDE, "high", 30))).toBe(-10);
  });

  test("balancing keeps proportions: 30, 30 and 30 become 33.34, 33.33 and 33.33", () => {
    const thirds = ["low", "medium", "high"].map((quality) => ({ size: SQUARE, quality, sharePercent: 30 }));
    expect(balanceShares(thirds).map((line) => line.sharePercent)).toEqual([33.34, 33.33, 33.33]);
    const nothing = thirds.slice(0, 2).map((line) => ({ ...line, sharePercent: 0 }));
    expect(balanceShares(nothing).map((line) => line.sharePercent)).toEqual([50, 50]);
  });

  test("balanced shares always add up", () => {
    const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(shares, (hundredths) => {
        const lines = hundredths.map((share) => ({
          size: SQUARE,
          quality: "low",
          sharePercent: share / 100,
        }));
        expect(shareLeftPercent(balanceShares(lines))).toBe(0);
      }),
    );
  });
});
