import { expect, test } from "vitest";
import { countCharacters, promptTokens } from "./prompt-tokens";

test.each([
  [26, "tokens", 26],
  [0, "tokens", 0],
  [0, "characters", 0],
  [0, "words", 0],
  // Four characters a token, and six around the prompt.
  [80, "characters", 26],
  [81, "characters", 27],
  [1, "characters", 7],
  // Three quarters of a word a token.
  [15, "words", 26],
  [75, "words", 106],
  [1, "words", 8],
] as const)("%i %s are billed as %i tokens", (length, unit, tokens) => {
  expect(promptTokens(length, unit)).toBe(tokens);
});

test("a character is what people see as one", () => {
  expect(countCharacters("a fox 🦊")).toBe(7);
  expect(countCharacters("")).toBe(0);
});
