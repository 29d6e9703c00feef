import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareValueAxis } from "./value-axis";

const labels = (values: (number | null)[], maxSteps?: number) =>
  prepareValueAxis(values, maxSteps).ticks.map((tick) => tick.label);

describe("a money axis", () => {
  test("goes up in round steps, below the highest value", () => {
    expect(labels([5300])).toEqual(["$0", "$2k", "$4k"]);
    expect(labels([9100])).toEqual(["$0", "$2.5k", "$5k", "$7.5k"]);
    expect(labels([1_800_000])).toEqual(["$0", "$500k", "$1M", "$1.5M"]);
  });

  test("labels cents where dollars would repeat", () => {
    expect(labels([0.9])).toEqual(["$0", "$0.25", "$0.50", "$0.75"]);
    expect(labels([0.0039])).toEqual(["$0", "$0.001", "$0.002", "$0.003"]);
  });

  test("has a tick at a value that is itself round", () => {
    expect(labels([4000])).toEqual(["$0", "$1k", "$2k", "$3k", "$4k"]);
    expect(labels([0.3])).toEqual(["$0", "$0.10", "$0.20", "$0.30"]);
  });

  test("has room for a line of zeros and for nothing at all", () => {
    expect(labels([0, 0])).toEqual(["$0", "$0.25", "$0.50", "$0.75", "$1"]);
    expect(labels([null]).at(-1)).toBe("$1");
  });

  test("has room above the highest value and two to as many steps as asked for", () => {
    const dollars = fc.double({ min: 1e-6, max: 9e9, noNaN: true });
    fc.assert(
      fc.property(dollars, fc.integer({ min: 2, max: 8 }), (value, steps) => {
        const axis = prepareValueAxis([value, null], steps);
        expect(axis.max).toBeGreaterThan(value);
        expect(axis.ticks.length).toBeLessThanOrEqual(steps + 1);
        expect(axis.ticks.length).toBeGreaterThan(1);
        const texts = axis.ticks.map((tick) => tick.label);
        if (value > 0.01) expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });
});
