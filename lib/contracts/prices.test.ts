import { describe, expect, it } from "vitest";
import type { RateCardPrices } from "@/lib/pricing";
import { rateCardBodySchema, rateCardPricesSchema } from "./prices";

const PER_CALL = { scheme: "per_call", price: "0.04", batchPrice: null, multiplier: "1" } as const;
const BODY = {
  provider: "wisgate",
  model: "gpt-image-2",
  name: "As agreed",
  validFrom: "2026-06-01",
  checkedOn: "2026-11-23",
  prices: PER_CALL as RateCardPrices,
};

/** What is refused, by path. */
function refusals(changes: object): Record<string, string> {
  const parsed = rateCardBodySchema.safeParse({ ...BODY, ...changes });
  return Object.fromEntries(
    (parsed.error?.issues ?? []).map(({ path, message }) => [path.map(String).join("."), message]),
  );
}

const perImage = (size: string, price = "0.2") => ({
  scheme: "per_image",
  standard: [{ size, quality: "high", price }],
  batch: null,
  multiplier: "1",
});

describe("a price of the workspace's own", () => {
  it("is refused with its dates out of order", () => {
    expect(refusals({ validTo: "2026-06-02", shutdownOn: "2026-06-02" })).toEqual({});
    expect(refusals({ validTo: "2026-06-01" })).toHaveProperty("validTo");
    expect(refusals({ validTo: "2026-05-01" })).toHaveProperty("validTo");
    expect(refusals({ shutdownOn: "2026-06-01" })).toHaveProperty("shutdownOn");
    expect(refusals({ validFrom: "2026-02-30" })).toHaveProperty("validFrom");
    expect(refusals({ validFrom: "1999-12-31" })).toHaveProperty("validFrom");
  });

  it("is refused with a negative price, whatever the scheme", () => {
    expect(refusals({ prices: { ...PER_CALL, price: "-0.01" } })).toHaveProperty(["prices.price"]);
    expect(refusals({ prices: perImage("1024x1024", "-1") })).toHaveProperty(["prices.standard.0.price"]);
  });

  it("is refused with token prices that list nothing", () => {
    const none = {
      textInput: null,
      cachedTextInput: null,
      imageInput: null,
      cachedImageInput: null,
      imageOutput: null,
      textOutput: null,
    };
    const prices = (standard: object, batch: object | null) => ({
      scheme: "tokens",
      standard,
      batch,
      outputTokens: { kind: "unknown" },
      multiplier: "1",
    });
    expect(Object.keys(refusals({ prices: prices(none, null) }))).toEqual(["prices.standard.imageOutput"]);
    expect(Object.keys(refusals({ prices: prices({ ...none, imageOutput: "30" }, none) }))).toEqual([
      "prices.batch.imageOutput",
    ]);
    expect(refusals({ prices: prices({ ...none, textInput: "5" }, null) })).toEqual({});
  });

  it("is refused with a size that the model does not make, and says which is near", () => {
    expect(refusals({ prices: perImage("1920x1080") })["prices.standard.0.size"]).toMatch(/multiples of 16/);
    expect(refusals({ prices: perImage("1920x1088") })).toEqual({});
    expect(refusals({ prices: perImage("any") })).toEqual({});
    expect(refusals({ model: "flux-pro", prices: perImage("1920x1080") })).toEqual({});
    const when = {
      sizes: ["1024x1024", "512x512"],
      orientations: null,
      minPixels: null,
      maxPixels: null,
      qualities: null,
      formats: null,
    };
    const prices = { scheme: "conditional", rules: [{ when, prices: PER_CALL }], multiplier: "1" };
    expect(refusals({ prices })).toHaveProperty(["prices.rules.0.when.sizes.1"]);
  });
});

describe("a rule of a card", () => {
  const open = {
    sizes: null,
    orientations: null,
    minPixels: null,
    maxPixels: null,
    qualities: null,
    formats: null,
  };
  const byRule = (...conditions: object[]) => ({
    scheme: "conditional",
    rules: conditions.map((when) => ({ when: { ...open, ...when }, prices: PER_CALL })),
    multiplier: "1",
  });

  it("cannot ask for auto, which no picture is made at", () => {
    const prices = byRule({ qualities: ["high"] }, { sizes: ["1024x1024", "auto"], qualities: ["auto"] });
    const errors = refusals({ prices });
    expect(Object.keys(errors)).toEqual(["prices.rules.1.when.sizes.1", "prices.rules.1.when.qualities.0"]);
    expect(Object.values(errors)[1]).toMatch(/would never apply/);
    expect(refusals({ prices: byRule({ qualities: ["high"], sizes: ["1024x1024"] }, {}) })).toEqual({});
  });

  it("that asks for auto and was stored before can still be read", () => {
    expect(rateCardPricesSchema.safeParse(byRule({ qualities: ["auto"] })).success).toBe(true);
  });
});

describe("the dearest price", () => {
  const terms = (usdPerUnit: string, more = {}) => ({
    currency: { code: "KWD", usdPerUnit },
    minimumCharge: null,
    partialImage: null,
    inputImagePrice: null,
    inputBilledPer: "image",
    ...more,
  });

  it("stays below ten million dollars with factor and currency", () => {
    // 50,000 × 20 × 10 is 10,000,000; a nano-dollar less is allowed.
    const prices = (price: string) => ({ ...PER_CALL, price, multiplier: "20", terms: terms("10") });
    expect(refusals({ prices: prices("50000") })).toEqual({
      "prices.price": "With factor and currency it must stay below $10,000,000",
    });
    expect(refusals({ prices: prices("49999.999999999") })).toEqual({});
  });

  it("of a reference image counts the factor of the dearest rule", () => {
    const when = {
      sizes: null,
      orientations: null,
      minPixels: null,
      maxPixels: null,
      qualities: null,
      formats: null,
    };
    const rules = ["2", "50"].map((multiplier) => ({ when, prices: { ...PER_CALL, multiplier } }));
    const prices = (inputImagePrice: string) => ({
      scheme: "conditional",
      rules,
      multiplier: "10",
      terms: terms("1", { inputImagePrice }),
    });
    // 200 × 50 × 10 is 100,000.
    expect(refusals({ prices: prices("200") })).toEqual({
      "prices.terms.inputImagePrice": "With factor and currency it must stay below $100,000",
    });
    expect(refusals({ prices: prices("199.999999999") })).toEqual({});
  });

  it("counts the factor of a rule beside the card's", () => {
    const when = {
      sizes: null,
      orientations: null,
      minPixels: null,
      maxPixels: null,
      qualities: null,
      formats: null,
    };
    const rule = (price: string) => ({ when, prices: { ...PER_CALL, price, multiplier: "50" } });
    const prices = (price: string) => ({
      scheme: "conditional",
      rules: [rule("1"), rule(price)],
      multiplier: "50",
    });
    expect(Object.keys(refusals({ prices: prices("4000") }))).toEqual(["prices.rules.1.prices.price"]);
    expect(refusals({ prices: prices("3999") })).toEqual({});
  });

  it("is the credits times what one costs", () => {
    const prices = (credits: string) => ({
      scheme: "credits",
      pricePerCredit: "1000",
      standard: [{ maxLongEdge: null, quality: "any", credits }],
      batch: null,
      autoBilledAs: null,
      multiplier: "1",
    });
    expect(Object.keys(refusals({ prices: prices("10000") }))).toEqual(["prices.standard.0.credits"]);
    expect(refusals({ prices: prices("9999") })).toEqual({});
  });

  it("is lower for what one call may bring many of", () => {
    const prices = (inputImagePrice: string) => ({ ...PER_CALL, terms: terms("100", { inputImagePrice }) });
    expect(Object.keys(refusals({ prices: prices("1000") }))).toEqual(["prices.terms.inputImagePrice"]);
    expect(refusals({ prices: prices("999") })).toEqual({});
  });
});
