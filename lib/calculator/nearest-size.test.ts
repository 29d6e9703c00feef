import { expect, test } from "vitest";
import { nearestSizeText, readSizeText } from "./nearest-size";

test.each([
  ["gpt-image-2", "1920x1080", "1920x1088"],
  ["gpt-image-2", "512x512", "816x816"],
  ["gpt-image-2", "1024x1024", null],
  ["gpt-image-2", "auto", null],
  ["gpt-image-2", "large", null],
  ["gpt-image-1", "1920x1080", "1536x1024"],
  ["gpt-image-1", "900x1600", "1024x1536"],
  ["gpt-image-1", "500x510", "1024x1024"],
  ["some-other-model", "13x17", null],
])("of %s, for %s: %s", (model, size, nearest) => {
  expect(nearestSizeText(model, size)).toBe(nearest);
});

test.each([
  ["1024 × 1024", "1024x1024"],
  ["1536X1024", "1536x1024"],
  [" 2048*1152 ", "2048x1152"],
  ["Auto", "auto"],
])("%j is read as %s", (text, size) => {
  expect(readSizeText(text)).toBe(size);
});
