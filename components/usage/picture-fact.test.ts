import { expect, it } from "vitest";
import { pictureFact } from "./picture-fact";

it.each([
  [null, null, null, null],
  ["1024x1024", "1024x1024", null, "1024×1024"],
  ["1024x1024", "1024x1024", "1024x1024", "1024×1024"],
  ["1536x1024", "auto", "1536x1024", "1536×1024, as returned; auto was asked for"],
  ["1536x1024", "1024x1024", "1536x1024", "1536×1024, as returned; 1024×1024 was asked for"],
  ["1536x1024", null, "1536x1024", "1536×1024, as returned"],
  ["high", "auto", null, "high, by the tokens put out; auto was asked for"],
  ["high", null, null, "high, by the tokens put out"],
  ["auto", "auto", null, "auto, and nothing says what was made"],
])("known %s, asked for %s, returned %s: %s", (known, requested, returned, fact) => {
  expect(pictureFact(known, requested, returned)).toBe(fact);
});
