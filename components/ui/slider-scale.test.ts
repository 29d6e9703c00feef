import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { positionOf, type SliderRange, stepFrom, valueAt } from "./slider-scale";

const percent: SliderRange = { min: 0, max: 50, step: 0.1, scale: "linear" };
const requests: SliderRange = { min: 0, max: 1_000_000, step: 1, scale: "log" };

describe("slider scale", () => {
  it("is even on a linear track", () => {
    expect(positionOf(25, percent)).toBe(0.5);
    expect(valueAt(0.25, percent)).toBe(12.5);
    expect(stepFrom(3.1, 1, percent)).toBe(3.2);
    expect(stepFrom(49.95, 10, percent)).toBe(50);
  });

  it("gives each power of ten a like share of a logarithmic track, zero included", () => {
    expect(positionOf(0, requests)).toBe(0);
    expect(positionOf(1_000_000, requests)).toBe(1);
    expect(positionOf(1000, requests)).toBeCloseTo(0.5, 2);
    expect(valueAt(0, requests)).toBe(0);
    expect(valueAt(1, requests)).toBe(1_000_000);
  });

  it("stops at numbers of two digits and steps by what is worth seeing", () => {
    expect(valueAt(positionOf(1234, requests), requests)).toBe(1200);
    expect(stepFrom(1200, 1, requests)).toBe(1300);
    expect(stepFrom(100, -1, requests)).toBe(99);
    expect(stepFrom(99, 1, requests)).toBe(100);
    expect(stepFrom(5, 1, requests)).toBe(6);
    expect(stepFrom(0, 1, requests)).toBe(1);
    expect(stepFrom(0, -10, requests)).toBe(0);
  });

  it("always moves a step within the limits, and back again", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (position) => {
        const value = valueAt(position, requests);
        if (value < 1 || value >= 990_000) return;
        const up = stepFrom(value, 1, requests);
        expect(up).toBeGreaterThan(value);
        expect(stepFrom(up, -1, requests)).toBe(value);
      }),
    );
  });
});
