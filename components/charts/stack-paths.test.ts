import { describe, expect, test } from "vitest";
import type { PlotFrame } from "./plot-frame";
import { stackPaths } from "./stack-paths";

// A drawing of 100 by 100 pixels for one hundred dollars: a dollar is a pixel.
const frame: PlotFrame = { width: 100, height: 100, left: 0, right: 0, top: 0, bottom: 0 };

/** The bars of a path as [lower edge, upper edge]. */
function edges(path: string): [number, number][] {
  return path
    .split("Z")
    .filter(Boolean)
    .map((bar) => {
      const [, , bottom] = /^M(-?[\d.]+) (-?[\d.]+)/.exec(bar) ?? [];
      const [, top] = /V(-?[\d.]+)/.exec(bar) ?? [];
      const corner = /q0 -([\d.]+)/.exec(bar)?.[1] ?? "0";
      return [Number(bottom), Number(top) - Number(corner)];
    });
}

describe("the bars of a stack", () => {
  test("stand on one another, with a hair of surface above all but thin ones", () => {
    const [ground, middle, top] = stackPaths(frame, 100, [{ layers: [40, 3, 20] }]).map(edges);
    expect(ground).toEqual([[100, 61]]);
    expect(middle).toEqual([[60, 57]]);
    expect(top).toEqual([[57, 38]]);
  });

  test("leave out what is nothing", () => {
    expect(
      stackPaths(frame, 100, [{ layers: [0, 5] }, { layers: [0, 0] }]).map((path) => edges(path).length),
    ).toEqual([0, 1]);
  });

  test("show a cost that is there, however small", () => {
    const [[bottom, top]] = edges(stackPaths(frame, 100, [{ layers: [0.001] }])[0]!) as [[number, number]];
    expect(bottom - top).toBeGreaterThanOrEqual(1);
  });
});
