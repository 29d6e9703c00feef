import { expect, it } from "vitest";
import { pictureFact } from "./picture-fact";

it.each([
  ["stated", null, null, null, null],
  ["stated", "1024x1024", "1024x1024", null, "1024×1024"],
  ["returned", "1024x1024", "1024x1024", "1024x1024", "1024×1024"],
  ["returned", "1536x1024", "auto", "1536x1024", "1536×1024, as returned; auto was asked for"],
  ["returned", "1536x1024", null, "1536x1024", "1536×1024, as returned"],
  ["tokens", "high", "auto", null, "high, by the tokens put out; auto was asked for"],
  ["tokens", "high", null, null, "high, by the tokens put out"],
  ["tokens", "high", "high", null, "high"],
  [null, "auto", "auto", null, "auto, and nothing says what was made"],
] as const)(
  "basis %s, known %s, asked for %s, returned %s: %s",
  (basis, known, requested, returned, fact) => {
    expect(pictureFact({ pictureBasis: basis }, known, requested, returned)).toBe(fact);
  },
);
