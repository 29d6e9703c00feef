import { describe, expect, test } from "vitest";
import { isDate } from "@/lib/time";
import { CATALOGUE } from "./catalogue";
import { priceCall } from "./price-call";
import { estimateRequest } from "./estimate-request";
import { catalogueBook, callOf, requestOf, usageOf } from "./testing/samples";

function costOf(differences: Parameters<typeof callOf>[0]): bigint | null {
  const price = priceCall(catalogueBook, callOf(differences));
  return price.basis === "unpriced" ? null : price.costNanoUsd;
}

test("every card says where its prices come from and since when they hold", () => {
  for (const card of CATALOGUE) {
    expect(card.origin).toBe("catalogue");
    expect(card.sourceUrl).toMatch(/^https:\/\//);
    expect(isDate(card.checkedOn)).toBe(true);
    expect(isDate(card.validFrom)).toBe(true);
    expect(card.shutdownOn === null || isDate(card.shutdownOn)).toBe(true);
  }
  expect(new Set(CATALOGUE.map((card) => card.id)).size).toBe(CATALOGUE.length);
});

test("it survives being stored as JSON", () => {
  expect(JSON.parse(JSON.stringify(CATALOGUE))).toEqual(CATALOGUE);
});

// OpenAI's price list, US dollars per million tokens: text in, image in, image out, text out; standard, then batch.
describe.each([
  ["gpt-image-2", ["5", "8", "30", null], ["2.5", "4", "15", null]],
  ["gpt-image-1.5", ["5", "8", "32", "10"], ["2.5", "4", "16", "5"]],
  ["chatgpt-image-latest", ["5", "8", "32", "10"], ["2.5", "4", "16", "5"]],
  ["gpt-image-1", ["5", "10", "40", null], ["2.5", "5", "20", null]],
  ["gpt-image-1-mini", ["2", "2.5", "8", null], ["1", "1.25", "4", null]],
  ["gpt-image-2.5-sunburst", ["5", "8", "30", null], null],
  ["gpt-image-2.5-flare", ["5", "8", "30", null], null],
  ["gpt-image-2.6-sunburst", ["5", "8", "30", null], null],
  ["gpt-image-2.6-flare", ["5", "8", "30", null], null],
] as const)("%s", (model, standard, batch) => {
  const kinds = ["textInputTokens", "imageInputTokens", "imageOutputTokens", "textOutputTokens"] as const;
  const million = 1_000_000;

  test.each([
    ["standard", standard, false],
    ["batch", batch, true],
  ] as const)("%s prices", (_, prices, isBatch) => {
    kinds.forEach((kind, index) => {
      const usd = prices?.[index] ?? null;
      const cost = costOf({
        model,
        batch: isBatch,
        on: "2026-11-10",
        imagesReturned: 0,
        usage: usageOf({ [kind]: million }),
      });
      expect(cost).toBe(usd === null ? null : BigInt(Number(usd) * 1e9));
    });
  });
});

// OpenAI's guide, output price per image: square, portrait, landscape.
describe.each([
  ["gpt-image-2", "low", [6, 5, 5]],
  ["gpt-image-2", "medium", [53, 41, 41]],
  ["gpt-image-2", "high", [211, 165, 165]],
  ["gpt-image-1.5", "low", [9, 13, 13]],
  ["gpt-image-1.5", "medium", [34, 50, 50]],
  ["gpt-image-1.5", "high", [133, 200, 200]],
  ["chatgpt-image-latest", "high", [133, 200, 200]],
  ["gpt-image-1", "low", [11, 16, 16]],
  ["gpt-image-1", "medium", [42, 63, 63]],
  ["gpt-image-1", "high", [167, 250, 250]],
  ["gpt-image-1-mini", "low", [5, 6, 6]],
  ["gpt-image-1-mini", "medium", [11, 15, 15]],
  ["gpt-image-1-mini", "high", [36, 52, 52]],
] as const)("%s at %s", (model, quality, published) => {
  test.each([
    ["1024x1024", published[0]],
    ["1024x1536", published[1]],
    ["1536x1024", published[2]],
  ])("%s costs %i thousandths of a dollar", (size, thousandths) => {
    const cost = costOf({ model, quality, size });
    // The guide rounds to a thousandth, and for the dearer sizes of the older models to about a hundredth of the price.
    const tolerance = Math.max(0.5, thousandths * 0.015);
    expect(Math.abs(Number(cost) / 1e6 - thousandths)).toBeLessThanOrEqual(tolerance);
  });
});

test("gpt-image-1-mini without usage costs the price per image, with usage its tokens", () => {
  const mini = { model: "gpt-image-1-mini", quality: "low" };
  expect(costOf(mini)).toBe(5_000_000n);
  expect(costOf({ ...mini, usage: usageOf({ imageOutputTokens: 272 }) })).toBe(2_176_000n);
  expect(priceCall(catalogueBook, callOf({ ...mini, batch: true }))).toMatchObject({
    basis: "unpriced",
    unpricedReason: "no_batch_price",
  });
});

test("the tokens of 2.5 and 2.6 are not guessed", () => {
  for (const model of ["gpt-image-2.5-flare", "gpt-image-2.5-sunburst-2026-09-08", "gpt-image-2.6-flare"]) {
    expect(priceCall(catalogueBook, callOf({ model, on: "2026-11-10" }))).toMatchObject({
      basis: "unpriced",
      unpricedReason: "output_tokens_unknown",
      boundLowNanoUsd: null,
      boundHighNanoUsd: null,
    });
  }
});

test("no gateway without a public price is in it", () => {
  expect(new Set(CATALOGUE.map((card) => card.provider))).toEqual(new Set(["openai"]));
});

test("a model that is to be shut down says when", () => {
  const estimate = estimateRequest(catalogueBook, requestOf({ model: "gpt-image-1.5" }));
  expect(estimate.explanation).toContain("The provider shuts gpt-image-1.5 down on 1 Dec 2026.");
  const late = estimateRequest(catalogueBook, requestOf({ model: "gpt-image-1" }));
  expect(late.explanation).toContain("The provider shut gpt-image-1 down on 23 Oct 2026.");
});
