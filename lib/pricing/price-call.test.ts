import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "./catalogue";
import { buildPriceBook } from "./price-book";
import { priceCall, type CallPrice } from "./price-call";
import type { RateCardPrices } from "./rate-card";
import { callOf, cardOf, catalogueBook, usageOf } from "./testing/samples";

function price(differences: Parameters<typeof callOf>[0] = {}): CallPrice {
  return priceCall(catalogueBook, callOf(differences));
}

function cost(differences: Parameters<typeof callOf>[0] = {}): bigint | null {
  const result = price(differences);
  return result.basis === "unpriced" ? null : result.costNanoUsd;
}

function gateway(prices: RateCardPrices, differences: Parameters<typeof callOf>[0] = {}): CallPrice {
  return priceCall(buildPriceBook([cardOf({ prices })]), callOf({ provider: "wisgate", ...differences }));
}

/** A card with one price for tokens of every kind. */
function perMillionTokens(price: string): RateCardPrices {
  const rates = {
    textInput: price,
    cachedTextInput: price,
    imageInput: price,
    cachedImageInput: price,
    imageOutput: price,
    textOutput: price,
  };
  return {
    scheme: "tokens",
    standard: rates,
    batch: null,
    outputTokens: { kind: "unknown" },
    multiplier: "1",
  };
}

describe("what a call is priced by", () => {
  const usage = usageOf({ textInputTokens: 26, imageOutputTokens: 7024 });

  test("a charge wins over everything, even a charge of nothing", () => {
    expect(price({ chargedNanoUsd: 54_000_000n, usage, model: "unheard-of" })).toEqual({
      basis: "charged",
      costNanoUsd: 54_000_000n,
      rateCardId: null,
    });
    expect(cost({ chargedNanoUsd: 0n, usage })).toBe(0n);
    expect(cost({ chargedNanoUsd: 54_000_000n, billed: false })).toBe(54_000_000n);
  });

  test("reported tokens win over the table, whatever size and quality say", () => {
    const byUsage = {
      basis: "usage",
      costNanoUsd: 210_850_000n,
      rateCardId: "openai:gpt-image-2:2026-04-21",
    };
    expect(price({ usage })).toEqual(byUsage);
    expect(price({ usage, size: null, quality: "auto" })).toEqual(byUsage);
    expect(price({ usage, size: "1920x1080", quality: "low", n: 4 })).toEqual(byUsage);
  });

  test("a call without usage costs its output by the rate card", () => {
    expect(price()).toEqual({
      basis: "rate_card",
      costNanoUsd: 210_720_000n,
      rateCardId: "openai:gpt-image-2:2026-04-21",
    });
  });

  test("a call that is not billed costs nothing", () => {
    expect(price({ billed: false, usage })).toEqual({
      basis: "not_billed",
      costNanoUsd: 0n,
      rateCardId: null,
    });
    expect(price({ billed: false, model: "unheard-of" }).basis).toBe("not_billed");
  });

  test("a failed call that is billed costs what it asked for", () => {
    expect(cost({ imagesReturned: 0, n: 3 })).toBe(3n * 210_720_000n);
  });

  test("images that came back count, not those asked for", () => {
    expect(cost({ imagesReturned: 2, n: 4 })).toBe(2n * 210_720_000n);
  });
});

// US dollars of one picture at OpenAI's token prices: low, medium, high, then the same as a batch.
test.each([
  ["1024x1024", [5_880, 52_680, 210_720], [2_940, 26_340, 105_360]],
  ["1536x1024", [4_740, 41_160, 164_640], [2_370, 20_580, 82_320]],
  ["1024x1536", [4_740, 41_160, 164_640], [2_370, 20_580, 82_320]],
  ["1792x1024", [4_170, 37_290, 151_890], [2_085, 18_645, 75_945]],
  ["2048x1152", [4_710, 42_390, 169_500], [2_355, 21_195, 84_750]],
  ["2560x1440", [6_150, 55_290, 221_100], [3_075, 27_645, 110_550]],
  ["3840x2160", [11_130, 100_080, 400_260], [5_565, 50_040, 200_130]],
])("gpt-image-2 at %s", (size, standard, batch) => {
  ["low", "medium", "high"].forEach((quality, index) => {
    expect(cost({ size, quality })).toBe(BigInt(standard[index]!) * 1000n);
    expect(cost({ size, quality, batch: true })).toBe(BigInt(batch[index]!) * 1000n);
  });
});

describe("what has no price", () => {
  test.each([
    ["an unknown model", { model: "gpt-image-9" }, "unknown_model"],
    ["an unknown provider", { provider: "wisgate" }, "unknown_model"],
    ["a day before the model's release", { on: "2026-04-20" }, "unknown_model"],
    ["a batch where none is priced", { model: "gpt-image-2.5-flare", batch: true }, "no_batch_price"],
    [
      "the same with usage",
      { model: "gpt-image-2.5-flare", batch: true, usage: usageOf({ imageOutputTokens: 9 }) },
      "no_batch_price",
    ],
    ["a size that the model does not make", { size: "1920x1080" }, "size_not_priced"],
    ["a size that is none", { size: "large" }, "size_not_priced"],
    ["a quality that the model does not know", { quality: "xhigh" }, "quality_unknown"],
    ["an older model's unknown size", { model: "gpt-image-1.5", size: "2048x1152" }, "size_not_priced"],
    ["an older model's unknown quality", { model: "gpt-image-1.5", quality: "hd" }, "quality_unknown"],
  ] as const)("%s is never free", (_, differences, unpricedReason) => {
    expect(price(differences)).toMatchObject({
      basis: "unpriced",
      unpricedReason,
      boundLowNanoUsd: null,
      boundHighNanoUsd: null,
    });
  });

  test.each([null, "auto"])("a size of %s lies between the cheapest and the dearest legal one", (size) => {
    // 2,061 tokens at 1424x480 and 23,719 at 2880x2880, times three pictures.
    expect(price({ size, n: 3, imagesReturned: 3 })).toMatchObject({
      unpricedReason: "size_unknown",
      boundLowNanoUsd: 3n * 61_830_000n,
      boundHighNanoUsd: 3n * 711_570_000n,
    });
  });

  test.each([null, "auto"])("a quality of %s lies between low and high", (quality) => {
    expect(price({ quality })).toMatchObject({
      unpricedReason: "quality_unknown",
      boundLowNanoUsd: 5_880_000n,
      boundHighNanoUsd: 210_720_000n,
    });
    expect(price({ quality, model: "gpt-image-1-mini" })).toMatchObject({
      unpricedReason: "quality_unknown",
      boundLowNanoUsd: 5_000_000n,
      boundHighNanoUsd: 36_000_000n,
    });
  });

  test("neither size nor quality leaves the widest range", () => {
    expect(price({ size: null, quality: null })).toMatchObject({
      unpricedReason: "quality_unknown",
      boundLowNanoUsd: 54n * 30_000n,
      boundHighNanoUsd: 711_570_000n,
    });
    expect(price({ model: "gpt-image-1.5", size: null, quality: null })).toMatchObject({
      boundLowNanoUsd: 272n * 32_000n,
      boundHighNanoUsd: 6240n * 32_000n,
    });
  });

  test("text that gpt-image-2 wrote has no listed price, and the rest is the least it cost", () => {
    expect(
      price({ usage: usageOf({ textInputTokens: 26, textOutputTokens: 5, imageOutputTokens: 7024 }) }),
    ).toEqual({
      basis: "unpriced",
      unpricedReason: "token_price_unknown",
      boundLowNanoUsd: 210_850_000n,
      boundHighNanoUsd: null,
      rateCardId: "openai:gpt-image-2:2026-04-21",
    });
  });

  test("a call whose billing is unknown costs between nothing and its price", () => {
    expect(price({ billed: null })).toEqual({
      basis: "unpriced",
      unpricedReason: "billing_unknown",
      boundLowNanoUsd: 0n,
      boundHighNanoUsd: 210_720_000n,
      rateCardId: "openai:gpt-image-2:2026-04-21",
    });
    expect(price({ billed: null, quality: null })).toMatchObject({
      boundLowNanoUsd: 0n,
      boundHighNanoUsd: 210_720_000n,
    });
    expect(price({ billed: null, model: "gpt-image-9" })).toMatchObject({
      boundLowNanoUsd: 0n,
      boundHighNanoUsd: null,
    });
    expect(price({ billed: null, chargedNanoUsd: 7n }).basis).toBe("charged");
  });
});

describe("usage that does not tell the whole story", () => {
  test("zeros are no usage", () => {
    expect(cost({ usage: usageOf() })).toBe(210_720_000n);
    expect(price({ usage: usageOf(), quality: null })).toMatchObject({ unpricedReason: "quality_unknown" });
  });

  test("input alone is not what delivered pictures cost", () => {
    expect(price({ usage: usageOf({ textInputTokens: 26 }) })).toMatchObject({
      basis: "rate_card",
      costNanoUsd: 210_720_000n,
    });
  });

  test("neither is text that came with them", () => {
    const usage = usageOf({ textInputTokens: 26, textOutputTokens: 9 });
    expect(price({ usage, model: "gpt-image-1.5" })).toMatchObject({
      basis: "rate_card",
      costNanoUsd: 4160n * 32_000n,
    });
  });

  test("input alone is what a billed call without pictures cost", () => {
    expect(price({ usage: usageOf({ textInputTokens: 26 }), imagesReturned: 0 })).toMatchObject({
      basis: "usage",
      costNanoUsd: 130_000n,
    });
  });
});

describe("a gateway's own card", () => {
  const images = (multiplier: string): RateCardPrices => ({
    scheme: "per_image",
    standard: [
      { size: "1024x1024", quality: "high", price: "0.22" },
      { size: "1024x1024", quality: "low", price: "0.01" },
      { size: "1536x1024", quality: "auto", price: "0.17" },
    ],
    batch: [{ size: "1024x1024", quality: "high", price: "0.11" }],
    multiplier,
  });

  test("bills per image by size and quality, whatever tokens are reported", () => {
    expect(gateway(images("1"), { imagesReturned: 2 })).toMatchObject({ costNanoUsd: 440_000_000n });
    expect(gateway(images("1"), { usage: usageOf({ imageOutputTokens: 1 }) })).toMatchObject({
      basis: "rate_card",
      costNanoUsd: 220_000_000n,
    });
    expect(gateway(images("1.2"), { batch: true })).toMatchObject({ costNanoUsd: 132_000_000n });
  });

  test("may price what is left to the model, and otherwise bounds it by its own rows", () => {
    expect(gateway(images("1"), { size: "1536x1024", quality: null })).toMatchObject({
      costNanoUsd: 170_000_000n,
    });
    expect(gateway(images("1"), { quality: null })).toMatchObject({
      unpricedReason: "quality_unknown",
      boundLowNanoUsd: 10_000_000n,
      boundHighNanoUsd: 220_000_000n,
    });
    expect(gateway(images("1"), { size: "2048x1152" })).toMatchObject({ unpricedReason: "size_not_priced" });
    expect(gateway(images("1"), { quality: "low", batch: true })).toMatchObject({
      unpricedReason: "quality_unknown",
    });
  });

  test("bills a flat price for the call, however many images", () => {
    const flat: RateCardPrices = { scheme: "per_call", price: "0.03", batchPrice: null, multiplier: "1.5" };
    expect(gateway(flat, { n: 4, imagesReturned: 4, size: null })).toMatchObject({
      costNanoUsd: 45_000_000n,
    });
    expect(gateway(flat, { batch: true })).toMatchObject({ unpricedReason: "no_batch_price" });
  });

  test("adds its factor to OpenAI's tokens and rounds once, half to even", () => {
    const [openAi] = CATALOGUE;
    const prices = { ...openAi!.prices, multiplier: "1.2" };
    expect(gateway(prices)).toMatchObject({ costNanoUsd: 252_864_000n });

    // 1 token at $0.0005 per million is half a nano-dollar, 3 tokens one and a half.
    const tiny = (tokens: number) =>
      gateway(perMillionTokens("0.0005"), { usage: usageOf({ imageOutputTokens: tokens }) });
    // Half a nano-dollar is not nothing: only what is free costs nothing.
    expect(tiny(1)).toMatchObject({ costNanoUsd: 1n });
    expect(tiny(3)).toMatchObject({ costNanoUsd: 2n });
    expect(tiny(5)).toMatchObject({ costNanoUsd: 2n });
  });

  test("is exact beyond what a floating-point number holds", () => {
    // 99,999,999 tokens at 999,999,999 nano-dollars each.
    expect(
      gateway(perMillionTokens("999999.999"), { usage: usageOf({ imageOutputTokens: 99_999_999 }) }),
    ).toMatchObject({
      costNanoUsd: 99_999_998_900_000_001n,
    });
  });

  test("that says free is free", () => {
    expect(gateway({ scheme: "per_call", price: "0", batchPrice: null, multiplier: "1" })).toMatchObject({
      basis: "rate_card",
      costNanoUsd: 0n,
    });
  });
});

describe("for any call", () => {
  const calls = fc.record({
    model: fc.constantFrom(...CATALOGUE.map((card) => card.model), "gpt-image-2-2026-04-21", "unheard-of"),
    n: fc.integer({ min: 1, max: 10 }),
    size: fc.constantFrom("1024x1024", "1536x1024", "1024x1536", "2048x1152", "512x512", "auto", null),
    quality: fc.constantFrom("low", "medium", "high", "xhigh", "auto", null),
    batch: fc.boolean(),
    billed: fc.constantFrom(true, null),
    imagesReturned: fc.integer({ min: 0, max: 10 }),
    usage: fc.option(
      fc.record({
        textInputTokens: fc.nat(5000),
        imageInputTokens: fc.nat(50_000),
        textOutputTokens: fc.oneof(fc.constant(0), fc.nat(500)),
        imageOutputTokens: fc.nat(100_000),
      }),
    ),
    on: fc.constantFrom("2025-05-01", "2026-05-01", "2026-11-20"),
  });

  test("nothing that is billed is free", () => {
    fc.assert(
      fc.property(calls, (call) => {
        const result = price(call);
        if (result.basis !== "unpriced") expect(result.costNanoUsd > 0n).toBe(true);
        else if (result.boundHighNanoUsd !== null) {
          expect(result.boundHighNanoUsd > 0n).toBe(true);
          expect(result.boundLowNanoUsd! <= result.boundHighNanoUsd).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("a batch is never dearer than the same call at once", () => {
    fc.assert(
      fc.property(calls, (call) => {
        const standard = cost({ ...call, batch: false });
        const batch = cost({ ...call, batch: true });
        if (standard !== null && batch !== null) expect(batch <= standard).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("more pictures never cost less", () => {
    fc.assert(
      fc.property(calls, ({ imagesReturned, ...call }) => {
        const fewer = cost({ ...call, usage: null, imagesReturned: 0 });
        const more = cost({ ...call, usage: null, imagesReturned: 0, n: call.n + 1 });
        if (fewer !== null) expect(more! > fewer).toBe(true);
        const returned = cost({ ...call, usage: null, imagesReturned: imagesReturned + 1 });
        const another = cost({ ...call, usage: null, imagesReturned: imagesReturned + 2 });
        if (returned !== null) expect(another! > returned).toBe(true);
      }),
    );
  });

  test("the price by usage is the sum of tokens times dollars per million, in exact fractions", () => {
    const rates = { textInputTokens: 5000n, imageInputTokens: 8000n, imageOutputTokens: 30_000n };
    const tokens = fc.record({
      textInputTokens: fc.nat(1_000_000),
      imageInputTokens: fc.nat(1_000_000),
      imageOutputTokens: fc.integer({ min: 1, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(tokens, (usage) => {
        const expected =
          BigInt(usage.textInputTokens) * rates.textInputTokens +
          BigInt(usage.imageInputTokens) * rates.imageInputTokens +
          BigInt(usage.imageOutputTokens) * rates.imageOutputTokens;
        expect(cost({ usage: usageOf(usage) })).toBe(expected);
      }),
    );
  });
});
