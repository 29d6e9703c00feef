import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateRequest } from "./estimate-request";
import { explainCall } from "./explain-call";
import { buildPriceBook } from "./price-book";
import { priceCall, type CallPrice } from "./price-call";
import { PLAIN_TERMS, type BillingTerms, type RateCardPrices, type TokenRates } from "./rate-card";
import { callOf, cardOf, requestOf, usageOf } from "./testing/samples";

const at = { provider: "wisgate" };
const bookOf = (prices: RateCardPrices) => buildPriceBook([cardOf({ prices })]);

function priceBy(prices: RateCardPrices, differences: Parameters<typeof callOf>[0] = {}): CallPrice {
  return priceCall(bookOf(prices), callOf({ ...at, ...differences }));
}

function estimateBy(prices: RateCardPrices, differences: Parameters<typeof requestOf>[0] = {}) {
  return estimateRequest(bookOf(prices), requestOf({ ...at, ...differences }));
}

const dollars = (thousandths: number) => BigInt(thousandths) * 1_000_000n;
const withTerms = (terms: Partial<BillingTerms>): BillingTerms => ({ ...PLAIN_TERMS, ...terms });

describe("credits by the longer edge and quality", () => {
  // At a cent a credit: up to 1,024 pixels 2 credits at low and 6 at high, up to 2,048 4 and 12; larger ones at any quality 20.
  const prices: RateCardPrices = {
    scheme: "credits",
    pricePerCredit: "0.01",
    standard: [
      { maxLongEdge: 2048, quality: "low", credits: "4" },
      { maxLongEdge: 1024, quality: "low", credits: "2" },
      { maxLongEdge: 1024, quality: "high", credits: "6" },
      { maxLongEdge: 2048, quality: "high", credits: "12.5" },
      { maxLongEdge: null, quality: "any", credits: "20" },
    ],
    batch: null,
    autoBilledAs: "high",
    multiplier: "1",
  };

  test.each([
    ["1024x1024", "low", 20],
    ["1024x1536", "low", 40],
    ["1024x1024", "high", 60],
    ["2048x1152", "high", 125],
    ["1024x1024", "auto", 60],
    ["1024x1024", null, 60],
    ["3840x2160", "medium", 200],
  ])("%s at %s", (size, quality, thousandths) => {
    expect(priceBy(prices, { size, quality })).toMatchObject({ costNanoUsd: dollars(thousandths) });
    expect(estimateBy(prices, { size, quality, promptTokens: 500 })).toMatchObject({
      status: "priced",
      costNanoUsd: dollars(thousandths),
    });
  });

  test("a size that no tier of the quality reaches has no price", () => {
    expect(priceBy(prices, { size: "3840x2160", quality: "high" })).toMatchObject({
      unpricedReason: "size_not_priced",
    });
  });

  test("an open size lies between the tiers", () => {
    expect(estimateBy(prices, { size: "auto", quality: "high", n: 2 })).toMatchObject({
      status: "range",
      lowNanoUsd: dollars(120),
      highNanoUsd: dollars(250),
    });
  });

  test("an open quality that is billed as what was made lies between the qualities", () => {
    const made = { ...prices, autoBilledAs: null };
    expect(priceBy(made, { size: "1024x1024", quality: "auto" })).toMatchObject({
      basis: "unpriced",
      unpricedReason: "quality_unknown",
      boundLowNanoUsd: dollars(20),
      boundHighNanoUsd: dollars(200),
    });
  });

  test("a quality that was left open is billed as the card says, whatever came back", () => {
    const made = { size: "1024x1024", quality: "low" };
    expect(priceBy(prices, { ...made, requestedQuality: "auto" })).toMatchObject({
      costNanoUsd: dollars(60),
    });
    expect(priceBy(prices, { ...made, requestedQuality: null })).toMatchObject({ costNanoUsd: dollars(60) });
    expect(priceBy(prices, { ...made, requestedQuality: "high" })).toMatchObject({
      costNanoUsd: dollars(20),
    });
    const billedAsMade = { ...prices, autoBilledAs: null };
    expect(priceBy(billedAsMade, { ...made, requestedQuality: "auto" })).toMatchObject({
      costNanoUsd: dollars(20),
    });
  });

  test("the factor of the card applies to the price of a credit", () => {
    expect(priceBy({ ...prices, multiplier: "0.8" }, { quality: "low" })).toMatchObject({
      costNanoUsd: dollars(16),
    });
  });
});

describe("prices per image that hold for any size or quality", () => {
  const prices: RateCardPrices = {
    scheme: "per_image",
    standard: [
      { size: "any", quality: "low", price: "0.01" },
      { size: "any", quality: "any", price: "0.05" },
      { size: "1024x1024", quality: "high", price: "0.2" },
    ],
    batch: null,
    multiplier: "1",
  };

  test.each([
    ["1024x1024", "high", 200],
    ["1536x1024", "high", 50],
    ["1536x1024", "low", 10],
    ["1024x1024", "medium", 50],
  ])("%s at %s", (size, quality, thousandths) => {
    expect(priceBy(prices, { size, quality })).toMatchObject({ costNanoUsd: dollars(thousandths) });
  });

  test("what was left open may be any of them", () => {
    expect(priceBy(prices, { size: "auto", quality: "auto" })).toMatchObject({
      boundLowNanoUsd: dollars(10),
      boundHighNanoUsd: dollars(200),
    });
  });

  test.each([
    ["1024x1024", "auto", 10, 200],
    ["1536x1024", "auto", 10, 50],
    ["auto", "high", 50, 200],
    ["auto", "medium", 50, 50],
  ])("%s at %s lies between the prices of what it may be", (size, quality, low, high) => {
    expect(priceBy(prices, { size, quality })).toMatchObject({
      basis: "unpriced",
      boundLowNanoUsd: dollars(low),
      boundHighNanoUsd: dollars(high),
    });
  });

  test("one price for everything is the price of what was left open, too", () => {
    const flat: RateCardPrices = { ...prices, standard: [{ size: "any", quality: "any", price: "0.04" }] };
    expect(priceBy(flat, { size: null, quality: "auto", imagesReturned: 3, n: 3 })).toMatchObject({
      costNanoUsd: dollars(120),
    });
  });
});

/** skytells: $30 per million image output tokens for squares, $32 for other shapes; webp pictures at a flat price. */
describe("rules", () => {
  const rates = (imageOutput: string): TokenRates => ({
    textInput: "5",
    cachedTextInput: null,
    imageInput: "8",
    cachedImageInput: null,
    imageOutput,
    textOutput: null,
  });
  const tokens = (imageOutput: string) => ({
    scheme: "tokens" as const,
    standard: rates(imageOutput),
    batch: null,
    outputTokens: { kind: "gpt-image-2" as const },
    multiplier: "1",
  });
  const always = {
    sizes: null,
    orientations: null,
    minPixels: null,
    maxPixels: null,
    qualities: null,
    formats: null,
  };
  const prices: RateCardPrices = {
    scheme: "conditional",
    rules: [
      { when: { ...always, orientations: ["landscape", "portrait"] }, prices: tokens("32") },
      {
        when: { ...always, formats: ["webp"], qualities: ["low"] },
        prices: { scheme: "per_call", price: "0.001", batchPrice: null, multiplier: "1" },
      },
      { when: always, prices: tokens("30") },
    ],
    multiplier: "1",
  };

  test("the first that applies holds", () => {
    // 5,488 and 7,024 output tokens.
    expect(priceBy(prices, { size: "1536x1024" })).toMatchObject({ costNanoUsd: 175_616_000n });
    expect(priceBy(prices)).toMatchObject({ costNanoUsd: 210_720_000n });
    expect(priceBy(prices, { quality: "low", outputFormat: "webp" })).toMatchObject({
      costNanoUsd: 1_000_000n,
    });
    expect(priceBy(prices, { quality: "low", outputFormat: "png" })).toMatchObject({
      costNanoUsd: 5_880_000n,
    });
  });

  test("reported tokens are billed by the rule's own rates", () => {
    const usage = usageOf({ textInputTokens: 26, imageOutputTokens: 5488 });
    expect(priceBy(prices, { size: "1536x1024", usage })).toMatchObject({
      basis: "usage",
      costNanoUsd: 26n * 5000n + 5488n * 32_000n,
    });
  });

  test("what would decide between them and is not known leaves a range", () => {
    expect(priceBy(prices, { quality: "low", outputFormat: null })).toMatchObject({
      basis: "unpriced",
      unpricedReason: "format_unknown",
      boundLowNanoUsd: 1_000_000n,
      boundHighNanoUsd: 5_880_000n,
    });
    expect(estimateBy(prices, { quality: "low", promptTokens: 0 })).toMatchObject({
      status: "range",
      reason: "format_unknown",
      lowNanoUsd: 1_000_000n,
      highNanoUsd: 5_880_000n,
    });
    const usage = usageOf({ imageOutputTokens: 1000 });
    expect(priceBy(prices, { size: null, usage })).toMatchObject({
      unpricedReason: "size_unknown",
      boundLowNanoUsd: 30_000_000n,
      boundHighNanoUsd: 32_000_000n,
    });
  });

  test("a picture that none is for has no price", () => {
    const [wide] = prices.rules;
    expect(priceBy({ ...prices, rules: [wide!] })).toMatchObject({ unpricedReason: "no_rule_matches" });
  });

  test("the explanation names the rule", () => {
    const { explanation } = explainCall(bookOf(prices), callOf({ ...at, size: "1536x1024" }));
    expect(explanation).toContain("By the card's rule for landscape or portrait.");
  });
});

describe("the terms of a card", () => {
  const flat = (terms: BillingTerms): RateCardPrices => ({
    scheme: "per_image",
    standard: [{ size: "any", quality: "any", price: "0.1" }],
    batch: null,
    multiplier: "1",
    terms,
  });

  test("prices in another currency count in dollars", () => {
    const yuan = flat(withTerms({ currency: { code: "CNY", usdPerUnit: "0.1375" } }));
    expect(priceBy(yuan)).toMatchObject({ costNanoUsd: 13_750_000n });
    const { explanation } = explainCall(bookOf(yuan), callOf(at));
    expect(explanation).toContain("The account is kept in CNY; one CNY counts as $0.1375.");
    expect(explanation).toContain("1 image × $0.01375 = $0.01375");
  });

  test("a call costs the least charge, and the part up to it is shown", () => {
    const least = flat(withTerms({ minimumCharge: "0.25" }));
    const { price, parts } = explainCall(bookOf(least), callOf({ ...at, n: 2, imagesReturned: 2 }));
    expect(price).toMatchObject({ costNanoUsd: dollars(250) });
    expect(parts.map(({ kind, amountNanoUsd }) => [kind, amountNanoUsd])).toEqual([
      ["image", dollars(200)],
      ["minimum", dollars(50)],
    ]);
    expect(priceBy(least, { n: 3, imagesReturned: 3 })).toMatchObject({ costNanoUsd: dollars(300) });
    expect(priceBy(least, { billed: false })).toMatchObject({ costNanoUsd: 0n });
    expect(estimateBy(least, { n: 2 })).toMatchObject({
      costNanoUsd: dollars(250),
      perImageNanoUsd: dollars(125),
    });
  });

  test("each preview adds its tokens or its price", () => {
    const priced = flat(withTerms({ partialImage: { kind: "price", price: "0.003" } }));
    expect(priceBy(priced, { partialImages: 3, n: 2, imagesReturned: 2 })).toMatchObject({
      costNanoUsd: dollars(200 + 18),
    });
    // OpenAI: 100 output tokens each, on 7,024 of the picture and 26 of the prompt.
    expect(estimateRequest(bookOf(openAiPrices()), requestOf({ ...at, partialImages: 3 }))).toMatchObject({
      costNanoUsd: 7324n * 30_000n + 26n * 5000n,
    });
  });

  test("reference images that have a price count with each image, or once", () => {
    const each = flat(withTerms({ inputImagePrice: "0.02" }));
    const once = flat(withTerms({ inputImagePrice: "0.02", inputBilledPer: "request" }));
    const edit = { operation: "edit" as const, n: 4, imagesReturned: 4, inputImages: 2 };
    expect(priceBy(each, edit)).toMatchObject({ costNanoUsd: dollars(400 + 160) });
    expect(priceBy(once, edit)).toMatchObject({ costNanoUsd: dollars(400 + 40) });
    const image = { width: 1024, height: 1024 };
    expect(estimateBy(once, { n: 4, inputImages: [image, image] })).toMatchObject({
      costNanoUsd: dollars(440),
      perImageNanoUsd: dollars(110),
      perImageInputNanoUsd: dollars(10),
      perImageOutputNanoUsd: dollars(100),
    });
  });

  test("an edit that does not say how many it carried is bounded by one and sixteen", () => {
    const each = flat(withTerms({ inputImagePrice: "0.02" }));
    expect(priceBy(each, { operation: "edit" })).toMatchObject({
      unpricedReason: "input_images_unknown",
      boundLowNanoUsd: dollars(120),
      boundHighNanoUsd: dollars(100 + 320),
    });
    expect(priceBy(each)).toMatchObject({ costNanoUsd: dollars(100) });
  });

  test("input that is billed once does not grow with the images", () => {
    const once = openAiPrices(withTerms({ inputBilledPer: "request" }));
    expect(estimateBy(once, { n: 3 })).toMatchObject({
      costNanoUsd: 3n * 210_720_000n + 130_000n,
    });
    expect(estimateBy(openAiPrices(), { n: 3 })).toMatchObject({
      costNanoUsd: 3n * 210_850_000n,
    });
  });

  function openAiPrices(terms?: BillingTerms): RateCardPrices {
    const standard = {
      textInput: "5.00",
      cachedTextInput: "1.25",
      imageInput: "8.00",
      cachedImageInput: "2.00",
      imageOutput: "30.00",
      textOutput: null,
    };
    return {
      scheme: "tokens",
      standard,
      batch: null,
      outputTokens: { kind: "gpt-image-2" },
      multiplier: "1",
      terms,
    };
  }
});

/** Decimal strings with a free and a dear end, and cards of every scheme made of them. */
const price = fc.nat(50_000_000).map((millionths) => (millionths / 1e6).toFixed(6));
const positive = fc.integer({ min: 1, max: 9_000_000 }).map((millionths) => (millionths / 1e6).toFixed(6));
const terms = fc.option(
  fc.record({
    currency: fc.record({ code: fc.constantFrom("USD", "EUR", "CNY"), usdPerUnit: positive }),
    minimumCharge: fc.option(price),
    partialImage: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant("tokens" as const), tokens: fc.integer({ min: 1, max: 500 }) }),
        fc.record({ kind: fc.constant("price" as const), price }),
      ),
    ),
    inputImagePrice: fc.option(price),
    inputBilledPer: fc.constantFrom("image" as const, "request" as const),
  }),
  { nil: undefined },
);
const plain = fc.oneof(
  fc
    .tuple(price, price, price, positive)
    .map(([textInput, imageInput, imageOutput, multiplier]): RateCardPrices => ({
      scheme: "tokens",
      standard: {
        textInput,
        imageInput,
        imageOutput,
        textOutput: null,
        cachedTextInput: null,
        cachedImageInput: null,
      },
      batch: null,
      outputTokens: { kind: "gpt-image-2" },
      multiplier,
    })),
  fc.tuple(price, price, positive).map(([high, other, multiplier]): RateCardPrices => ({
    scheme: "per_image",
    standard: [
      { size: "1024x1024", quality: "high", price: high },
      { size: "any", quality: "any", price: other },
    ],
    batch: null,
    multiplier,
  })),
  fc.tuple(price, price, positive).map(([perCredit, credits, multiplier]): RateCardPrices => ({
    scheme: "credits",
    pricePerCredit: perCredit,
    standard: [{ maxLongEdge: null, quality: "any", credits }],
    batch: null,
    autoBilledAs: null,
    multiplier,
  })),
  fc.tuple(price, positive).map(([flat, multiplier]): RateCardPrices => ({
    scheme: "per_call",
    price: flat,
    batchPrice: null,
    multiplier,
  })),
);
const anyPrices = fc.tuple(plain, terms).map(([prices, own]): RateCardPrices => ({ ...prices, terms: own }));
const anyRequest = fc.record({
  n: fc.integer({ min: 1, max: 10 }),
  size: fc.constantFrom("1024x1024", "1536x1024", "2048x1152"),
  quality: fc.constantFrom("low", "medium", "high"),
  promptTokens: fc.nat(2000),
  partialImages: fc.nat(3),
  inputImages: fc.array(fc.constant({ width: 1024, height: 1024 }), { maxLength: 4 }),
});

describe("under a card of any scheme and terms", () => {
  test("the parts add up, an image's own parts too, and more images never cost less", () => {
    fc.assert(
      fc.property(anyPrices, anyRequest, (prices, request) => {
        const book = bookOf(prices);
        const one = estimateRequest(book, requestOf({ ...at, ...request }));
        const more = estimateRequest(book, requestOf({ ...at, ...request, n: request.n + 1 }));
        if (one.status !== "priced" || more.status !== "priced") throw new Error(one.status);
        const sum = one.parts.reduce((total, part) => total + part.amountNanoUsd, 0n);
        expect(sum).toBe(one.costNanoUsd);
        expect(one.perImageInputNanoUsd + one.perImageOutputNanoUsd).toBe(one.perImageNanoUsd);
        expect(more.costNanoUsd >= one.costNanoUsd).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a call costs nothing only where every price that it meets says free", () => {
    fc.assert(
      fc.property(anyPrices, anyRequest, (prices, { n, size, quality, partialImages }) => {
        const call = { n, imagesReturned: n, size, quality, partialImages, inputImages: 2 };
        const { price: found, parts } = explainCall(bookOf(prices), callOf({ ...at, ...call }));
        if (found.basis === "unpriced") throw new Error(found.unpricedReason);
        const isFree = parts.every(
          (part) => Number(part.unit === "token" ? part.usdPerMillion : part.usdPerUnit) === 0,
        );
        expect(found.costNanoUsd === 0n).toBe(isFree);
      }),
      { numRuns: 500 },
    );
  });
});
