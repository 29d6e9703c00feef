import { expect, test } from "vitest";
import { mapLineItem } from "./index";

test.each([
  ["GPT-Image-2, output image tokens", "gpt-image-2"],
  ["gpt-image-1-mini, input_tokens", "gpt-image-1-mini"],
  ["gpt-image-1.5 high", "gpt-image-1.5"],
  ["gpt-image-1 high", "gpt-image-1"],
  ["dall-e-3", "dall-e-3"],
])("%s is of %s", (lineItem, model) => {
  expect(mapLineItem(lineItem, [])).toEqual({ kind: "model", model });
});

test("a workspace's own rules come first, in their order", () => {
  const rules = [
    { contains: "astra", model: null },
    { contains: "Image model", model: "gpt-image-2" },
    { contains: "image", model: "gpt-image-1" },
  ];
  expect(mapLineItem("gpt-6-Astra, input_tokens", rules)).toEqual({ kind: "ignored" });
  expect(mapLineItem("image MODEL two", rules)).toEqual({ kind: "model", model: "gpt-image-2" });
});

test("what nothing is known about stays unmapped", () => {
  expect(mapLineItem("Image tokens", [])).toEqual({ kind: "unmapped" });
  expect(mapLineItem(null, [])).toEqual({ kind: "unmapped" });
});
