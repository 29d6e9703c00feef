import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "./catalogue";
import type { PricedEstimate } from "./estimate";
import { estimateRequest } from "./estimate-request";
import { buildPriceBook } from "./price-book";
import { priceCall } from "./price-call";
import type { RateCardPrices } from "./rate-card";
import { callOf, cardOf, catalogueBook, requestOf, usageOf } from "./testing/samples";

function estimate(differences: Parameters<typeof requestOf>[0] = {}) {
  return estimateRequest(catalogueBook, requestOf(differences));
}

function priced(differences: Parameters<typeof requestOf>[0] = {}, book = catalogueBook): PricedEstimate {
  const result = estimateRequest(book, requestOf(differences));
  if (result.status !== "priced") throw new Error(`Not priced: ${result.explanation.join(" ")}`);
  return result;
}

test("the article's request costs $0.21085", () => {
  const result = priced();
  expect(result).toMatchObject({
    costNanoUsd: 210_850_000n,
    perImageNanoUsd: 210_850_000n,
    perImageOutputNanoUsd: 210_720_000n,
    perImageInputNanoUsd: 130_000n,
    imageOutputTokens: 7024,
  });
  expect(result.rateCard.id).toBe("openai:gpt-image-2:2026-04-21");
  expect(result.explanation).toEqual([
    "Rate card OpenAI gpt-image-2, valid from 21 Apr 2026, from the provider's own page, checked on 23 Nov 2026.",
    "The output tokens follow the formula of OpenAI's calculator, which OpenAI does not promise.",
    "7,024 image output tokens × $30.00 per million = $0.21072",
    "26 text input tokens × $5.00 per million = $0.00013",
    "Total $0.21085.",
  ]);
});

test.each([
  ["high", false, 210_850_000n],
  ["medium", false, 52_810_000n],
  ["low", false, 6_010_000n],
  ["high", true, 105_425_000n],
  ["medium", true, 26_405_000n],
  ["low", true, 3_005_000n],
])("at %s quality, batch %s, it costs %s nano-dollars", (quality, batch, costNanoUsd) => {
  expect(priced({ quality, batch }).costNanoUsd).toBe(costNanoUsd);
});

test("an estimate of what was then used is what the call costs", () => {
  const request = { n: 3, size: "2048x1152", quality: "medium" };
  const usage = usageOf({ textInputTokens: 3 * 26, imageOutputTokens: 3 * 1413 });
  expect(priceCall(catalogueBook, callOf({ ...request, usage }))).toMatchObject({
    costNanoUsd: priced(request).costNanoUsd,
  });
});

describe("input", () => {
  test("is billed once per image", () => {
    const four = priced({ n: 4 });
    expect(four.costNanoUsd).toBe(4n * 210_850_000n);
    expect(four.perImageNanoUsd).toBe(210_850_000n);
    expect(four.explanation).toContain("Each of the 4 images is billed with the whole input.");
    expect(four.explanation.at(-1)).toBe("Total $0.8434, which is $0.21085 per image.");
  });

  test("reference images of gpt-image-2 are patches", () => {
    // 1,024 tokens at $8 per million are $0.008192; sixteen at the cap of 1,536 are $0.196608.
    const one = priced({ operation: "edit", inputImages: [{ width: 1024, height: 1024 }] });
    expect(one.perImageInputNanoUsd).toBe(130_000n + 8_192_000n);
    const most = priced({ inputImages: Array.from({ length: 16 }, () => ({ width: 1536, height: 1024 })) });
    expect(most.perImageInputNanoUsd).toBe(130_000n + 196_608_000n);
  });

  test("reference images of the older models are tiles", () => {
    const result = priced({
      model: "gpt-image-1.5",
      inputImages: [{ width: 1024, height: 1536 }],
      promptTokens: 0,
    });
    expect(result.perImageInputNanoUsd).toBe(323n * 8000n);
  });

  test("of a model whose references nobody measured has no price", () => {
    const prices = CATALOGUE[0]!.prices;
    const book = buildPriceBook([cardOf({ model: "own-model", prices })]);
    const request = { provider: "wisgate", model: "own-model", inputImages: [{ width: 1, height: 1 }] };
    expect(estimateRequest(book, requestOf(request))).toMatchObject({
      status: "unpriced",
      reason: "reference_tokens_unknown",
    });
    expect(priced({ ...request, inputImages: [] }, book).costNanoUsd).toBe(210_850_000n);
  });

  test("without a listed price leaves the request unpriced", () => {
    const prices = CATALOGUE[0]!.prices as Extract<RateCardPrices, { scheme: "tokens" }>;
    const standard = { ...prices.standard, textInput: null };
    const book = buildPriceBook([cardOf({ prices: { ...prices, standard } })]);
    expect(estimateRequest(book, requestOf({ provider: "wisgate" }))).toMatchObject({
      status: "unpriced",
      reason: "token_price_unknown",
    });
    expect(priced({ provider: "wisgate", promptTokens: 0 }, book).costNanoUsd).toBe(210_720_000n);
  });
});

test("each preview adds a hundred output tokens to each image", () => {
  const result = priced({ n: 2, partialImages: 3, promptTokens: 0 });
  expect(result.imageOutputTokens).toBe(7324);
  expect(result.costNanoUsd).toBe(2n * 7324n * 30_000n);
});

test("gpt-image-1-mini is estimated at OpenAI's price per image", () => {
  const result = priced({ model: "gpt-image-1-mini", promptTokens: 10 });
  expect(result).toMatchObject({
    perImageOutputNanoUsd: 36_000_000n,
    perImageInputNanoUsd: 20_000n,
    imageOutputTokens: null,
  });
});

describe("what is left to the model", () => {
  test("gives a range, input included", () => {
    expect(estimate({ quality: "auto", n: 2 })).toMatchObject({
      status: "range",
      reason: "quality_unknown",
      lowNanoUsd: 2n * 6_010_000n,
      highNanoUsd: 2n * 210_850_000n,
    });
    const open = estimate({ size: null, quality: null, promptTokens: 0 });
    expect(open).toMatchObject({ status: "range", lowNanoUsd: 1_620_000n, highNanoUsd: 711_570_000n });
    expect(open.explanation.slice(0, 2)).toEqual([
      "The quality was left to the model, and the price depends on it.",
      "It is between $0.00162 and $0.71157.",
    ]);
  });

  test("the range holds every price that the model may choose", () => {
    const sizes = fc.constantFrom("1024x1024", "1536x1024", "1440x480", "2880x2880", "3840x2160", "1424x480");
    const qualities = fc.constantFrom("low", "medium", "high");
    fc.assert(
      fc.property(sizes, qualities, fc.integer({ min: 1, max: 10 }), (size, quality, n) => {
        const { costNanoUsd } = priced({ size, quality, n });
        for (const open of [{ size: null }, { quality: null }, { size: "auto", quality: "auto" }]) {
          const range = estimate({ size, quality, n, ...open });
          if (range.status !== "range") throw new Error("A choice left open gives a range");
          expect(range.lowNanoUsd <= costNanoUsd && costNanoUsd <= range.highNanoUsd).toBe(true);
        }
      }),
    );
  });
});

test.each([
  [
    { model: "gpt-image-9" },
    "unknown_model",
    "No rate card for gpt-image-9 at openai is valid on 3 Nov 2026.",
  ],
  [{ model: "gpt-image-2.5-flare", batch: true }, "no_batch_price", "The rate card lists no batch price."],
  [
    { model: "gpt-image-2.6-flare", quality: "medium", on: "2026-11-10" },
    "output_tokens_unknown",
    "How many output tokens a picture of this model takes is not known before a response reports it.",
  ],
  [{ quality: "max" }, "quality_unknown", "The rate card has no quality “max”."],
  [
    { size: "1920x1080" },
    "size_not_priced",
    "Both edges must be multiples of 16; 1080 is not. Nearest legal: 1920x1088.",
  ],
])("%o is unpriced", (differences, reason, sentence) => {
  expect(estimate(differences)).toMatchObject({ status: "unpriced", reason, explanation: [sentence] });
});

test("a flat price is shared by the images of its call", () => {
  const card = cardOf({ prices: { scheme: "per_call", price: "0.1", batchPrice: null, multiplier: "1" } });
  const result = priced({ provider: "wisgate", n: 3, size: null, quality: null }, buildPriceBook([card]));
  expect(result).toMatchObject({
    costNanoUsd: 100_000_000n,
    perImageNanoUsd: 33_333_333n,
    perImageInputNanoUsd: 0n,
    imageOutputTokens: null,
  });
  expect(result.parts).toEqual([
    { kind: "call", unit: "call", quantity: 1n, usdPerUnit: "0.10", amountNanoUsd: 100_000_000n },
  ]);
});

test("a price per image includes its input", () => {
  const prices: RateCardPrices = {
    scheme: "per_image",
    standard: [{ size: "1024x1024", quality: "high", price: "0.22" }],
    batch: null,
    multiplier: "1",
  };
  const book = buildPriceBook([cardOf({ prices })]);
  const result = priced(
    { provider: "wisgate", n: 2, inputImages: [{ width: 9, height: 9 }], partialImages: 2 },
    book,
  );
  expect(result).toMatchObject({
    costNanoUsd: 440_000_000n,
    perImageInputNanoUsd: 0n,
    imageOutputTokens: null,
  });
});

describe("for any request", () => {
  const requests = fc.record({
    model: fc.constantFrom("gpt-image-2", "gpt-image-1.5", "gpt-image-1", "gpt-image-1-mini"),
    n: fc.integer({ min: 1, max: 10 }),
    size: fc.constantFrom("1024x1024", "1536x1024", "1024x1536"),
    quality: fc.constantFrom("low", "medium", "high"),
    promptTokens: fc.nat(10_000),
    inputImages: fc.array(
      fc.record({ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) }),
      {
        maxLength: 4,
      },
    ),
    partialImages: fc.integer({ min: 0, max: 3 }),
  });

  test("the parts add up, and so do one image's output and input", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const result = priced(request);
        expect(result.parts.reduce((sum, part) => sum + part.amountNanoUsd, 0n)).toBe(result.costNanoUsd);
        expect(result.perImageOutputNanoUsd + result.perImageInputNanoUsd).toBe(result.perImageNanoUsd);
        expect(result.perImageOutputNanoUsd > 0n).toBe(true);
      }),
    );
  });

  test("one more image costs more, a batch never", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { costNanoUsd } = priced(request);
        expect(priced({ ...request, n: request.n + 1 }).costNanoUsd > costNanoUsd).toBe(true);
        const batch = estimate({ ...request, batch: true });
        if (batch.status === "priced") expect(batch.costNanoUsd <= costNanoUsd).toBe(true);
        else expect(request.model).toBe("gpt-image-1-mini");
      }),
    );
  });

  test("turning a gpt-image-2 picture on its side costs the same", () => {
    const steps = fc.integer({ min: 40, max: 150 });
    fc.assert(
      fc.property(steps, steps, fc.constantFrom("low", "medium", "high"), (a, b, quality) => {
        fc.pre(a <= 3 * b && b <= 3 * a && a * b * 256 >= 655_360 && a * b * 256 <= 8_294_400);
        const upright = priced({ size: `${a * 16}x${b * 16}`, quality });
        const turned = priced({ size: `${b * 16}x${a * 16}`, quality });
        expect(turned.costNanoUsd).toBe(upright.costNanoUsd);
      }),
    );
  });
});
