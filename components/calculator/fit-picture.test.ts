import { expect, test } from "vitest";
import { buildPriceBook, findRateCard } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { fitPicture, qualityChoices } from "./fit-picture";

const book = buildPriceBook(CATALOGUE);
const cardOf = (provider: string, model: string) => findRateCard(book, { provider, model, on: "2026-11-23" });

test.each([
  ["gpt-image-2", "2048x1152", "high", { size: "2048x1152", quality: "high" }],
  ["gpt-image-2", "1792x1024", "hd", { size: "1792x1024", quality: "medium" }],
  ["gpt-image-2", "512x512", "low", { size: "816x816", quality: "low" }],
  ["gpt-image-1", "2048x1152", "high", { size: "1024x1024", quality: "high" }],
  ["gpt-image-1", "1536x1024", "high", { size: "1536x1024", quality: "high" }],
  ["gpt-image-1", "auto", "auto", { size: "auto", quality: "auto" }],
])("%s is asked for what it makes instead of %s %s", (model, size, quality, picture) => {
  expect(fitPicture(cardOf("openai", model), { size, quality })).toEqual(picture);
});

test("a model with one price for everything keeps the size and leaves the quality open", () => {
  const flat = cardOf("black_forest_labs", "flux-pro-1.1");
  expect(qualityChoices(flat)).toEqual(["auto"]);
  expect(fitPicture(flat, { size: "1024x1024", quality: "high" })).toEqual({
    size: "1024x1024",
    quality: "auto",
  });
});

test("back from such a model the quality is one with a price again", () => {
  const flat = cardOf("black_forest_labs", "flux-pro-1.1");
  const left = { size: "1024x1024", quality: "auto" };
  const openAi = cardOf("openai", "gpt-image-2");
  expect(fitPicture(openAi, left, flat)).toEqual({ size: "1024x1024", quality: "medium" });
  expect(fitPicture(openAi, left, cardOf("openai", "gpt-image-1"))).toEqual(left);
});

test("without a card nothing is known, and nothing is changed", () => {
  expect(fitPicture(null, { size: "1x1", quality: "best" })).toEqual({ size: "1x1", quality: "best" });
});
