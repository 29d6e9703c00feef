import { expect, test } from "vitest";
import { buildPriceBook, priceCall, type RateCardPrices } from "@/lib/pricing";
import { callSchema } from "./calls";
import { rateCardBodySchema } from "./prices";
import { nanoUsdSchema } from "./values";

const DEAREST_USD = "99999.999999999";
/** With it the dearest price stays just below $10,000,000 for one unit. */
const DEAREST_FACTOR = "99.999999";
const RATES = {
  textInput: DEAREST_USD,
  cachedTextInput: null,
  imageInput: DEAREST_USD,
  cachedImageInput: null,
  imageOutput: DEAREST_USD,
  textOutput: DEAREST_USD,
};
const PICTURE = { size: "1024x1024", quality: "high" } as const;
/** What a bigint column holds. */
const LARGEST = 2n ** 63n - 1n;

function cardOf(prices: RateCardPrices) {
  return {
    provider: "openai",
    model: "painter",
    name: "Painter",
    validFrom: "2026-01-01",
    checkedOn: "2026-01-01",
    prices,
  };
}

test.each<[string, RateCardPrices, boolean]>([
  [
    "by token",
    {
      scheme: "tokens",
      standard: RATES,
      batch: null,
      outputTokens: { kind: "unknown" },
      multiplier: DEAREST_FACTOR,
    },
    true,
  ],
  [
    "by a table of tokens",
    {
      scheme: "tokens",
      standard: RATES,
      batch: null,
      outputTokens: { kind: "table", entries: [{ ...PICTURE, tokens: 1_000_000 }] },
      multiplier: DEAREST_FACTOR,
    },
    false,
  ],
  [
    "by image",
    {
      scheme: "per_image",
      standard: [{ ...PICTURE, price: DEAREST_USD }],
      batch: null,
      multiplier: DEAREST_FACTOR,
    },
    false,
  ],
  [
    "by credits, in a dear currency, with every preview and reference image",
    {
      scheme: "credits",
      pricePerCredit: "9.999",
      standard: [{ maxLongEdge: null, quality: "any", credits: "1" }],
      batch: null,
      autoBilledAs: null,
      multiplier: "99.99",
      terms: {
        currency: { code: "KWD", usdPerUnit: "9999" },
        minimumCharge: "0.09",
        partialImage: { kind: "price", price: "0.1" },
        inputImagePrice: "0.1",
        inputBilledPer: "image",
      },
    },
    false,
  ],
])("the dearest call %s that can be logged still fits into the database", (_name, prices, withUsage) => {
  const body = rateCardBodySchema.parse(cardOf(prices));
  const most = 100_000_000;
  const call = callSchema.parse({
    id: "dearest",
    occurredAt: "2026-11-03T10:00:00Z",
    model: "painter",
    n: 100,
    imagesReturned: 100,
    inputImages: 100,
    partialImages: 10,
    ...PICTURE,
    usage: withUsage
      ? {
          input_tokens_details: { text_tokens: most, image_tokens: most },
          output_tokens_details: { text_tokens: most, image_tokens: most },
        }
      : null,
  });
  const book = buildPriceBook([
    {
      ...body,
      id: "card",
      origin: "workspace",
      validTo: null,
      sourceUrl: null,
      sourceKind: "user_entered",
      shutdownOn: null,
      notes: null,
    },
  ]);
  const tokens = {
    textInputTokens: most,
    imageInputTokens: most,
    textOutputTokens: most,
    imageOutputTokens: most,
  };
  const price = priceCall(book, {
    provider: "openai",
    model: call.model,
    operation: "generation",
    n: 100,
    ...PICTURE,
    outputFormat: null,
    inputImages: 100,
    partialImages: 10,
    batch: false,
    billed: true,
    imagesReturned: 100,
    usage: withUsage ? tokens : null,
    chargedNanoUsd: null,
    on: "2026-11-03",
  });
  if (price.basis === "unpriced") throw new Error(price.unpricedReason);
  expect(price.costNanoUsd).toBeGreaterThan(0n);
  expect(price.costNanoUsd <= LARGEST).toBe(true);
});

test("a charge or price of a hundred thousand dollars is refused, as is a larger factor or token count", () => {
  const charge = { id: "a", occurredAt: "2026-11-03T10:00:00Z", model: "painter", chargedUsd: "100000" };
  expect(callSchema.safeParse(charge).success).toBe(false);
  expect(callSchema.safeParse({ ...charge, chargedUsd: "99999.999999999" }).success).toBe(true);
  const perCall = (price: string, multiplier: string) =>
    rateCardBodySchema.safeParse(cardOf({ scheme: "per_call", price, batchPrice: null, multiplier })).success;
  expect(perCall("99999", "99")).toBe(true);
  expect(perCall("100000", "99")).toBe(false);
  expect(perCall("99999", "100")).toBe(false);
});

test("an answer may carry a sum that needs more than 64 bits", () => {
  // A hundred million calls of the dearest charge, $10^13.
  expect(nanoUsdSchema.safeParse("10000000000000000000000").success).toBe(true);
  expect(nanoUsdSchema.safeParse("1.5").success).toBe(false);
});
