import { describe, expect, it } from "vitest";
import { rateCardSchema, type RateCardBody } from "@/lib/contracts/prices";
import type { RateCardPrices } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { formOfCard } from "./form-of-card";
import { listPrice } from "./list-price";
import { priceFormResolver } from "./price-form-resolver";
import {
  EMPTY_PLAIN,
  EMPTY_RULE,
  emptyPriceForm,
  type PlainValues,
  type PricedCard,
  type PriceFormValues,
} from "./price-form-values";

const cards = CATALOGUE.map((card) => rateCardSchema.parse(card));
const resolver = priceFormResolver(cards);
const base = emptyPriceForm("2026-11-23");

async function resolve(changes: Partial<PriceFormValues>) {
  const { values, errors } = await resolver({ ...base, ...changes }, undefined, {
    fields: {},
    shouldUseNativeValidation: undefined,
  });
  return { body: values as RateCardBody, errors };
}
const withPlain = (changes: Partial<PlainValues>, more: Partial<PriceFormValues> = {}) =>
  resolve({ ...more, plain: { ...EMPTY_PLAIN, ...changes } });

describe("the form for a price", () => {
  it("multiplies the provider's list for a gateway that bills by token", async () => {
    const { body } = await withPlain({ multiplier: "1.2" });
    expect(body).toMatchObject({
      provider: "wisgate",
      name: "wisgate gpt-image-2",
      validTo: null,
      prices: { scheme: "tokens", multiplier: "1.2", standard: { imageOutput: "30.00" } },
    });
    expect(body.prices).not.toHaveProperty("terms");
  });

  it("says that there is no list to multiply", async () => {
    expect(listPrice(cards, "no-such-model")).toBeNull();
    const { errors } = await resolve({ model: "no-such-model" });
    expect(errors).toHaveProperty("plain.scheme.message", expect.stringContaining("no token prices"));
  });

  it("takes own token rates, standard and batch apart, and an empty one as none listed", async () => {
    const rates = { ...EMPTY_PLAIN.standard, imageOutput: "25", textInput: "4" };
    const own = {
      scheme: "tokens",
      standard: rates,
      hasBatch: true,
      batch: { ...rates, imageOutput: "12" },
    } as const;
    const { body } = await withPlain(own);
    expect(body.prices).toMatchObject({
      standard: { imageOutput: "25", textInput: "4", textOutput: null },
      batch: { imageOutput: "12" },
      outputTokens: { kind: "gpt-image-2" },
    });
    const wrong = await withPlain({ ...own, batch: { ...rates, imageOutput: "-1" } });
    expect(wrong.errors).toHaveProperty("plain.batch.imageOutput.message");
    const table = await withPlain({ ...own, outputKind: "table" });
    expect(table.errors).toHaveProperty("plain.tokenLines.0.tokens.message");
  });

  it("takes a price per image, and shows the wrong line though another has a batch price only", async () => {
    const line = { size: "1024x1024", quality: "high", price: "0.2", batchPrice: "" };
    const images = [
      { ...line, quality: "low", price: "", batchPrice: "0.05" },
      { ...line, size: "any", quality: "any" },
      { ...line, batchPrice: "0.1" },
    ];
    const { body } = await withPlain({ scheme: "per_image", hasBatch: true, images });
    expect(body.prices).toEqual({
      scheme: "per_image",
      standard: [
        { size: "any", quality: "any", price: "0.2" },
        { size: "1024x1024", quality: "high", price: "0.2" },
      ],
      batch: [
        { size: "1024x1024", quality: "low", price: "0.05" },
        { size: "1024x1024", quality: "high", price: "0.1" },
      ],
      multiplier: "1",
    });
    const at = async (changed: object) => {
      const changes = {
        scheme: "per_image",
        hasBatch: true,
        images: [...images.slice(0, 2), { ...line, ...changed }],
      };
      return (await withPlain(changes as Partial<PlainValues>)).errors;
    };
    expect(await at({ size: "1920x1080" })).toHaveProperty("plain.images.2.size.message");
    expect(await at({ price: "-0.2" })).toHaveProperty("plain.images.2.price.message");
    expect(await at({ batchPrice: "x" })).toHaveProperty("plain.images.2.batchPrice.message");
    expect(await at({ price: "" })).toHaveProperty("plain.images.2.price.message");
    expect(await at({ size: "any", quality: "any" })).toHaveProperty("plain.images.root.message");
  });

  it("takes credits by tier", async () => {
    const tiers = [
      { maxLongEdge: "1,024", quality: "any", credits: "10", batchCredits: "" },
      { maxLongEdge: "", quality: "high", credits: "30", batchCredits: "" },
    ];
    const credits = { scheme: "credits", pricePerCredit: "0.01", autoBilledAs: "medium", tiers } as const;
    expect((await withPlain(credits)).body.prices).toEqual({
      scheme: "credits",
      pricePerCredit: "0.01",
      standard: [
        { maxLongEdge: 1024, quality: "any", credits: "10" },
        { maxLongEdge: null, quality: "high", credits: "30" },
      ],
      batch: null,
      autoBilledAs: "medium",
      multiplier: "1",
    });
    const { errors } = await withPlain({ ...credits, pricePerCredit: "" });
    expect(errors).toHaveProperty("plain.pricePerCredit.message");
    const dear = await withPlain({
      ...credits,
      pricePerCredit: "99999",
      tiers: [{ ...tiers[1]!, credits: "999" }],
    });
    expect(dear.errors).toHaveProperty("plain.tiers.0.credits.message");
  });

  it("takes a flat price", async () => {
    const flat = { scheme: "per_call", callPrice: "0.03", hasBatch: true, callBatchPrice: "0.02" } as const;
    expect((await withPlain(flat)).body.prices).toMatchObject({ price: "0.03", batchPrice: "0.02" });
    expect((await withPlain({ ...flat, callPrice: "-0.03" })).errors).toHaveProperty(
      "plain.callPrice.message",
    );
    expect((await withPlain({ ...flat, callBatchPrice: "x" })).errors).toHaveProperty(
      "plain.callBatchPrice.message",
    );
    expect((await withPlain({ ...flat, multiplier: "0" })).errors).toHaveProperty("plain.multiplier.message");
  });

  it("takes rules in their order, each with its own prices", async () => {
    const rule = (price: string, changes: object) => ({
      ...EMPTY_RULE,
      ...changes,
      prices: { ...EMPTY_PLAIN, scheme: "per_call" as const, callPrice: price },
    });
    const rules = [
      rule("0.4", { sizes: "1024x1024, 1536x1024", formats: ["webp"] }),
      rule("0.2", { orientations: ["square"], minPixels: "1000000", qualities: ["high", "medium"] }),
    ];
    const { body } = await resolve({ isByRule: true, rules, rulesMultiplier: "1.1" });
    expect(body.prices).toMatchObject({
      scheme: "conditional",
      multiplier: "1.1",
      rules: [
        {
          when: { sizes: ["1024x1024", "1536x1024"], formats: ["webp"], qualities: null },
          prices: { price: "0.4" },
        },
        {
          when: {
            sizes: null,
            orientations: ["square"],
            minPixels: 1_000_000,
            qualities: ["high", "medium"],
          },
        },
      ],
    });
    const errorsOf = async (second: object) =>
      (await resolve({ isByRule: true, rules: [rules[0]!, { ...rules[1]!, ...second }] })).errors;
    expect(await errorsOf({ sizes: "1024x1024 512x512" })).toHaveProperty("rules.1.sizes.message");
    expect(await errorsOf({ sizes: "auto" })).toHaveProperty("rules.1.sizes.message");
    expect(await errorsOf({ qualities: ["high", "auto"] })).toHaveProperty("rules.1.qualities.message");
    expect(await errorsOf({ maxPixels: "10" })).toHaveProperty("rules.1.maxPixels.message");
    expect(await errorsOf({ prices: { ...EMPTY_PLAIN, scheme: "per_call" } })).toHaveProperty(
      "rules.1.prices.callPrice.message",
    );
    const unlisted = await resolve({
      isByRule: true,
      model: "x",
      rules: [{ ...EMPTY_RULE, prices: EMPTY_PLAIN }],
    });
    expect(unlisted.errors).toHaveProperty("rules.0.prices.scheme.message");
  });

  it("takes the terms, and leaves out those that change nothing", async () => {
    const terms = { ...base.terms, code: "EUR", usdPerUnit: "1.08", minimumCharge: "0.01" };
    const flat = { scheme: "per_call", callPrice: "0.03" } as const;
    expect((await withPlain(flat, { terms })).body.prices.terms).toMatchObject({
      currency: { code: "EUR", usdPerUnit: "1.08" },
      minimumCharge: "0.01",
      partialImage: { kind: "tokens", tokens: 100 },
    });
    const errorsOf = async (changes: object) =>
      (await withPlain(flat, { terms: { ...terms, ...changes } })).errors;
    expect(await errorsOf({ usdPerUnit: "0" })).toHaveProperty("terms.usdPerUnit.message");
    expect(await errorsOf({ code: "euro" })).toHaveProperty("terms.code.message");
    expect(await errorsOf({ partialKind: "price" })).toHaveProperty("terms.partialPrice.message");
    expect(await errorsOf({ inputImagePrice: "-1" })).toHaveProperty("terms.inputImagePrice.message");
  });

  it("counts the last day in, and refuses dates out of order", async () => {
    const flat = { scheme: "per_call", callPrice: "0.03" } as const;
    const { body } = await withPlain(flat, { lastDay: "2026-11-23" });
    expect(body.validTo).toBe("2026-11-24");
    expect((await withPlain(flat, { lastDay: "2026-11-22" })).errors).toHaveProperty("lastDay.message");
    expect((await withPlain(flat, { shutdownOn: "2026-11-01" })).errors).toHaveProperty("shutdownOn.message");
  });
});

describe("a form made of a card", () => {
  const whole: PricedCard = {
    ...cards[0]!,
    id: "own",
    origin: "workspace",
    validFrom: "2026-06-01",
    shutdownOn: "2027-06-01",
  };
  const perCall = { scheme: "per_call", price: "0.04", batchPrice: "0.02", multiplier: "1.5" } as const;
  const when = {
    sizes: ["1024x1024"],
    orientations: null,
    minPixels: 10,
    maxPixels: null,
    qualities: ["high"],
    formats: null,
  };
  const all: RateCardPrices[] = [
    ...cards.map(({ prices }) => prices),
    { ...perCall, terms: { ...termsOf("EUR"), partialImage: null } },
    { scheme: "conditional", rules: [{ when, prices: perCall }], multiplier: "2", terms: termsOf("USD") },
    {
      scheme: "credits",
      pricePerCredit: "0.01",
      standard: [{ maxLongEdge: 1024, quality: "any", credits: "3" }],
      batch: [{ maxLongEdge: 1024, quality: "any", credits: "2" }],
      autoBilledAs: null,
      multiplier: "1",
    },
  ];

  it.each(all)("says what the card says: %#", async (prices) => {
    const card = { ...whole, model: "any-model", prices: prices as PricedCard["prices"] };
    const { body, errors } = await resolve(formOfCard(card, "2026-11-23"));
    expect(errors).toEqual({});
    expect(body.prices).toEqual(card.prices);
    expect(body).toMatchObject({ validFrom: "2026-11-23", shutdownOn: "2027-06-01" });
  });

  it("begins after the card that it follows", () => {
    const card = { ...whole, validFrom: "2026-12-24" };
    expect(formOfCard(card, "2026-11-23").validFrom).toBe("2026-12-25");
    expect(formOfCard(card, "2026-11-23", "2027-01-01").validFrom).toBe("2027-01-01");
  });
});

function termsOf(code: string) {
  return {
    currency: { code, usdPerUnit: code === "USD" ? "1" : "1.08" },
    minimumCharge: "0.01",
    partialImage: { kind: "price" as const, price: "0.002" },
    inputImagePrice: "0.003",
    inputBilledPer: "request" as const,
  };
}
