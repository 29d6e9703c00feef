import { describe, expect, it } from "vitest";
import { createRng } from "./rng";

const draw = (seed: string, count: number) => {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => rng.next());
};

describe("createRng", () => {
  it("repeats itself from the same seed and not from another", () => {
    expect(draw("a", 100)).toEqual(draw("a", 100));
    expect(draw("a", 100)).not.toEqual(draw("b", 100));
  });

  it("is even: ten thousand draws fill ten drawers within five standard deviations", () => {
    const drawers = Array<number>(10).fill(0);
    for (const value of draw("even", 10_000)) {
      expect(value >= 0 && value < 1).toBe(true);
      drawers[Math.floor(value * 10)] = (drawers[Math.floor(value * 10)] ?? 0) + 1;
    }
    // √(10,000 × 0.1 × 0.9) = 30.
    for (const count of drawers) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("picks by weight, and never what weighs nothing", () => {
    const rng = createRng("weights");
    const options = [
      { name: "never", weight: 0 },
      { name: "often", weight: 9 },
      { name: "rarely", weight: 1 },
    ];
    const names = Array.from({ length: 1000 }, () => rng.pick(options).name);
    expect(names).not.toContain("never");
    const rare = names.filter((name) => name === "rarely").length;
    expect(rare).toBeGreaterThan(50);
    expect(rare).toBeLessThan(150);
  });

  it("stays within the bounds of an int and meets both", () => {
    const rng = createRng("dice");
    const rolls = new Set(Array.from({ length: 300 }, () => rng.int(1, 6)));
    expect([...rolls].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("rounds so that the mean stays", () => {
    const rng = createRng("round");
    const sum = Array.from({ length: 10_000 }, () => rng.round(2.3)).reduce(
      (total, value) => total + value,
      0,
    );
    expect(Math.abs(sum - 23_000)).toBeLessThan(250);
  });
});
