import { describe, expect, test } from "vitest";
import { SERIES_PALETTE, paletteColor, prepareSeriesColors } from "./series-colors";

describe("the colour of a series", () => {
  const known = ["avatars", "heroes", "news", "photos"];

  test("stays with it when others are filtered out", () => {
    const all = prepareSeriesColors(known, known);
    const some = prepareSeriesColors(["photos", "heroes"], known);
    expect(some.get("photos")).toBe(all.get("photos"));
    expect(some.get("heroes")).toBe(all.get("heroes"));
  });

  test("is nobody else's in the same chart", () => {
    const many = Array.from({ length: 30 }, (_, index) => `w${index}`);
    const visible = ["w0", "w9", "w18", "w27", "w1", "w10", "w19", "w28", "w2"];
    expect(new Set(prepareSeriesColors(visible, many).values()).size).toBe(9);
    expect(prepareSeriesColors(["unheard of"], many).get("unheard of")).toBe(paletteColor(0));
  });
});

// Simulation of full colour blindness in linear light: Machado, Oliveira and Fernandes, 2009. Distances in OKLab.
const VISIONS = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  greenBlind: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  redBlind: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
};

function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
}

function times(matrix: readonly number[], vector: readonly number[]): number[] {
  return [0, 3, 6].map((row) =>
    [0, 1, 2].reduce((sum, column) => sum + matrix[row + column]! * vector[column]!, 0),
  );
}

function oklab(light: readonly number[]): number[] {
  const clipped = light.map((channel) => Math.min(1, Math.max(0, channel)));
  const cones = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
      0.2817188376, 0.6299787005,
    ],
    clipped,
  ).map(Math.cbrt);
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371,
      0.7827717662, -0.808675766,
    ],
    cones,
  );
}

const luminance = (hex: string) => times([0.2126, 0.7152, 0.0722, 0, 0, 0, 0, 0, 0], linear(hex))[0]!;

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  { theme: "light" as const, surface: "#ffffff" },
  { theme: "dark" as const, surface: "#171716" },
])("the palette on $theme surfaces", ({ theme, surface }) => {
  const colors = SERIES_PALETTE.map((color) => color[theme]);

  test("stands out by three to one", () => {
    for (const color of colors) expect(contrast(color, surface)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(VISIONS))("can be told apart with %s sight", (_, matrix) => {
    const seen = colors.map((color) => oklab(times(matrix, linear(color))));
    seen.forEach((one, index) => {
      for (const other of seen.slice(index + 1)) {
        const distance = Math.hypot(...one.map((value, at) => value - other[at]!));
        expect(distance).toBeGreaterThan(0.09);
      }
    });
  });
});
