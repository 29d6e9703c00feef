import { expect, it, test } from "vitest";
import { durationWords, formatBytes } from "./import-words";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [2_012_418, "2.0 MB"],
  [99_940_000, "99.9 MB"],
  [250_000_000, "250 MB"],
  [999_990_000, "1.0 GB"],
  [2_147_483_648, "2.1 GB"],
])("%i bytes are written %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

it.each([
  [0, "a few seconds"],
  [4.9, "a few seconds"],
  [5, "about 5 seconds"],
  [41, "about 45 seconds"],
  [90, "about 2 minutes"],
  [3599, "about 60 minutes"],
  [7200, "about 2 hours"],
])("says that %d seconds are %s", (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
