import { describe, expect, test } from "vitest";
import { isDate } from "@/lib/time";
import { estimateRequest } from "../estimate-request";
import { buildPriceBook } from "../price-book";
import { priceCall } from "../price-call";
import { catalogueBook, callOf, requestOf, usageOf } from "../testing/samples";
import { CATALOGUE, OTHER_LISTINGS } from "./index";

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

test("a price that OpenAI's list does not have names the page that has it", () => {
  const card = CATALOGUE.find(({ model }) => model === "gpt-image-2.6-sunburst");
  expect(card).toMatchObject({
    sourceKind: "first_party",
    sourceUrl: "https://developers.openai.com/de-DE/api/docs/models/gpt-image-2.6-sunburst",
  });
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

test("the tokens of 2.6 are not guessed, nor those of 2.5 at other sizes than were read", () => {
  const unpriced = (model: string, size: string | null, quality: string | null = "high") =>
    priceCall(catalogueBook, callOf({ model, size, quality, on: "2026-11-10" }));
  for (const model of ["gpt-image-2.6-flare", "gpt-image-2.6-sunburst"]) {
    for (const [size, quality] of [
      ["1024x1024", "low"],
      ["1024x1024", "medium"],
      ["1024x1024", "auto"],
      ["1024x1024", null],
      ["1536x1024", "high"],
      ["auto", "high"],
    ] as const) {
      expect(unpriced(model, size, quality)).toMatchObject({
        basis: "unpriced",
        unpricedReason: "output_tokens_unknown",
        boundLowNanoUsd: null,
        boundHighNanoUsd: null,
      });
    }
  }
  expect(unpriced("gpt-image-2.5-flare", "1536x1024")).toMatchObject({
    basis: "unpriced",
    unpricedReason: "size_not_priced",
  });
});

// A third party's table, in thousandths of a dollar an image: $0.006, $0.013, $0.053, $0.094 and $0.211.
test.each([
  ["low", 6],
  ["medium", 13],
  ["high", 53],
  ["xhigh", 94],
  ["max", 211],
])("gpt-image-2.5 at %s costs about %i thousandths for a square", (quality, thousandths) => {
  for (const model of ["gpt-image-2.5-flare", "gpt-image-2.5-sunburst-2026-09-08"]) {
    const cost = costOf({ model, quality, on: "2026-11-10" });
    expect(Math.abs(Number(cost) / 1e6 - thousandths)).toBeLessThanOrEqual(0.5);
  }
});

// A third party's table of output tokens, at $30 per million.
test.each([
  ["high", 1756],
  ["xhigh", 3122],
  ["max", 7024],
])(
  "gpt-image-2.6 at %s costs %i tokens for a square, which its card says a third party states",
  (quality, tokens) => {
    for (const model of ["gpt-image-2.6-flare", "gpt-image-2.6-sunburst"]) {
      expect(costOf({ model, quality, on: "2026-11-10" })).toBe(BigInt(tokens) * 30_000n);
      const card = CATALOGUE.find((each) => each.model === model);
      expect(card?.notes).toMatch(/come from a third party \(https:\/\/docs\.laozhang\.ai/);
    }
  },
);

test("no gateway without a public price is in it", () => {
  expect(CATALOGUE.some(({ provider }) => provider === "wisgate")).toBe(false);
});

describe("third-party cards", () => {
  const thirdParty = CATALOGUE.filter(({ sourceKind }) => sourceKind === "third_party");

  test("are marked as such, and only OpenAI's own are first-party", () => {
    const first = CATALOGUE.filter(({ sourceKind }) => sourceKind === "first_party");
    expect(new Set(first.map(({ provider }) => provider))).toEqual(new Set(["openai"]));
    expect(thirdParty.length).toBeGreaterThan(100);
  });

  test("state what is not known", () => {
    for (const { id, notes } of thirdParty)
      expect(`${id}: ${notes}`).toMatch(/not known|not stated|No batch/);
  });

  // LiteLLM's price file as of 2026-08-01, US dollars an image.
  test.each([
    ["black_forest_labs", "flux-pro-1.1-ultra", "0.06"],
    ["fal_ai", "fal-ai/flux/schnell", "0.003"],
    ["fal_ai", "fal-ai/ideogram/v3", "0.06"],
    ["fal_ai", "fal-ai/bytedance/seedream/v3/text-to-image", "0.03"],
    ["recraft", "recraftv3", "0.04"],
    ["stability", "stable-image-ultra", "0.08"],
    ["bedrock", "stability.stable-image-ultra-v1:0", "0.14"],
    ["bedrock", "amazon.titan-image-generator-v2:0", "0.008"],
    ["vertex_ai", "imagen-4.0-ultra-generate-001", "0.06"],
    ["gemini", "imagen-4.0-fast-generate-001", "0.02"],
    ["runwayml", "gen4_image_turbo", "0.02"],
    ["aiml", "flux-pro", "0.065"],
  ])("%s %s costs %s an image at any size and quality", (provider, model, usd) => {
    for (const picture of [
      { size: "1024x1024", quality: "high" },
      { size: null, quality: null },
    ]) {
      expect(costOf({ provider, model, ...picture, on: "2026-08-01" })).toBe(BigInt(Number(usd) * 1e9));
    }
  });

  test.each([
    ["openai", "dall-e-3", "1024x1024", "standard", 40, "2025-01-01"],
    ["openai", "dall-e-3", "1792x1024", "hd", 120, "2025-01-01"],
    ["openai", "dall-e-2", "256x256", null, 16, "2024-01-01"],
    ["openai", "dall-e-2", "1024x1024", "standard", 20, "2024-01-01"],
    ["bedrock", "stability.stable-diffusion-xl-v1", "1024x1024", "hd", 80, "2026-08-01"],
    ["runwayml", "gen4_image", "1920x1080", null, 80, "2026-08-01"],
    ["aiml", "openai/gpt-image-2", "1024x1024", "medium", 54, "2026-08-01"],
  ])("%s %s at %s and quality %s costs %i thousandths", (provider, model, size, quality, thousandths, on) => {
    expect(costOf({ provider, model, size, quality, on })).toBe(BigInt(thousandths) * 1_000_000n);
  });

  test("a price for one quality is not used for another", () => {
    const cases = [
      { provider: "aiml", model: "openai/gpt-image-2", quality: "high" },
      { provider: "aiml", model: "dall-e-3", quality: "hd" },
      { provider: "bedrock", model: "amazon.nova-canvas-v1:0", quality: "hd" },
      { provider: "bedrock", model: "us.amazon.nova-canvas-v1:0", size: "512x512", quality: "standard" },
      { provider: "runwayml", model: "gen4_image", size: "1080x1080" },
    ];
    for (const each of cases) expect(costOf({ ...each, on: "2026-08-01" })).toBeNull();
  });

  // Google's and genai-prices' figures: 1,290 tokens at $30, 1,120 and 2,000 at $120 a million.
  test.each([
    ["gemini", "gemini-2.5-flash-image", "1024x1024", 38_700_000n],
    ["vertex_ai", "gemini-2.5-flash-image", null, 38_700_000n],
    ["gemini", "gemini-3-pro-image", "2048x2048", 134_400_000n],
    ["vertex_ai", "gemini-3-pro-image-preview", "4096x4096", 240_000_000n],
  ])("%s %s at %s", (provider, model, size, nanoUsd) => {
    expect(costOf({ provider, model, size, quality: null, on: "2026-08-01" })).toBe(nanoUsd);
  });

  test("Azure's gpt-image-2 is priced from usage and not by OpenAI's formula", () => {
    const azure = { provider: "azure", on: "2026-08-01" };
    expect(costOf(azure)).toBeNull();
    expect(costOf({ ...azure, usage: usageOf({ imageOutputTokens: 11_400 }) })).toBe(342_000_000n);
  });

  test("a model that was shut down before anybody saw the price says so", () => {
    const ended = CATALOGUE.filter(({ model }) => model === "imagen-3.0-generate-002");
    expect(ended.map(({ shutdownOn }) => shutdownOn)).toEqual(["2025-11-10", "2025-11-10"]);
  });
});

test("no card states a price of zero", () => {
  for (const { id, prices } of [...CATALOGUE, ...OTHER_LISTINGS]) {
    const zero =
      /"(price|textInput|imageInput|imageOutput|textOutput|cachedTextInput|cachedImageInput)":"0*(\.0*)?"/;
    expect(`${id} ${JSON.stringify(prices)}`).not.toMatch(zero);
  }
});

test("every card can be read, and is in the book under its own names", () => {
  for (const card of [...CATALOGUE, ...OTHER_LISTINGS]) {
    expect(buildPriceBook([card]).get(card.provider)?.has(card.model)).toBe(true);
    expect(card.id).toMatch(/^[A-Za-z0-9_.:-]{1,100}$/);
  }
});

test("one provider's model has one card a day", () => {
  const places = CATALOGUE.map(({ provider, model, validFrom }) => `${provider} ${model} ${validFrom}`);
  expect(new Set(places).size).toBe(places.length);
});

describe("other listings", () => {
  test("are of models that the catalogue prices from elsewhere, and price nothing", () => {
    const priced = new Set(CATALOGUE.map(({ provider, model }) => `${provider} ${model}`));
    const ids = new Set(CATALOGUE.map(({ id }) => id));
    for (const card of OTHER_LISTINGS) {
      expect(priced).toContain(`${card.provider} ${card.model}`);
      expect(ids).not.toContain(card.id);
      expect(card.sourceUrl).toMatch(/^https:\/\//);
    }
    expect(new Set(OTHER_LISTINGS.map(({ id }) => id)).size).toBe(OTHER_LISTINGS.length);
  });
});

test("a model that is to be shut down says when", () => {
  const estimate = estimateRequest(catalogueBook, requestOf({ model: "gpt-image-1.5" }));
  expect(estimate.explanation).toContain("The provider shuts gpt-image-1.5 down on 1 Dec 2026.");
  const late = estimateRequest(catalogueBook, requestOf({ model: "gpt-image-1" }));
  expect(late.explanation).toContain("The provider shut gpt-image-1 down on 23 Oct 2026.");
});
