import { describe, expect, test } from "vitest";
import { PLAIN_TERMS, type BillingTerms, type RateCard, type RateCardPrices } from "@/lib/pricing";
import { comparePriceLists, keepOmittedFacts } from "./compare-price-lists";
import { readRows, row } from "./testing/samples";

function cardOf(model: string, prices: RateCardPrices, more: Partial<RateCard> = {}): RateCard {
  const [listed] = readRows({ [`lumen/${model}`]: row("lumen", { output_cost_per_image: 1 }) }).cards;
  if (!listed) throw new Error("The sample row was not read");
  return { ...listed, id: `id of ${model}`, prices, ...more };
}

const perImage = (price: string, multiplier = "1"): RateCardPrices => ({
  scheme: "per_image",
  standard: [{ size: "any", quality: "any", price }],
  batch: null,
  multiplier,
});

function byToken(imageOutput: string, batchImageOutput: string | null = null): RateCardPrices {
  const none = { cachedTextInput: null, imageInput: null, cachedImageInput: null, textOutput: null };
  return {
    scheme: "tokens",
    standard: { ...none, textInput: "5", imageOutput },
    batch: batchImageOutput === null ? null : { ...none, textInput: "2.5", imageOutput: batchImageOutput },
    outputTokens: { kind: "unknown" },
    multiplier: "1",
  };
}

describe("comparePriceLists", () => {
  test("tells new, changed and same apart, and what is missing of the list's providers", () => {
    const inForce = [
      cardOf("kept", perImage("0.040")),
      cardOf("moved", perImage("0.05", "0.8"), { shutdownOn: "2026-12-01" }),
      cardOf("gone", perImage("0.06")),
      cardOf("elsewhere", perImage("0.06"), { provider: "recraft" }),
    ];
    const { changes, missing } = comparePriceLists(inForce, [
      cardOf("kept", perImage("0.04")),
      cardOf("moved", perImage("0.07")),
      cardOf("fresh", perImage("0.01")),
    ]);
    expect(changes.map(({ id, status }) => [id, status])).toEqual([
      ["lumen/kept", "same"],
      ["lumen/moved", "changed"],
      ["lumen/fresh", "added"],
    ]);
    expect(changes[1]?.fields).toEqual([
      { label: "Any size, any quality", before: "0.05", after: "0.07" },
      { label: "Factor", before: "0.8", after: "1" },
      { label: "Shut down on", before: "2026-12-01", after: null },
    ]);
    expect(missing.map(({ model }) => model)).toEqual(["gone"]);
  });

  test("does not call it a change that the list says less", () => {
    const known = cardOf("a", byToken("30", "15"));
    const { changes } = comparePriceLists([known], [cardOf("a", byToken("30"))]);
    expect(changes[0]).toMatchObject({
      status: "same",
      fields: [
        { label: "Batch text input", before: "2.5", after: null },
        { label: "Batch image output", before: "15", after: null },
      ],
    });
  });

  test("says when the terms change, also to those that hold where a list states none", () => {
    const terms = (changes: Partial<BillingTerms>): RateCardPrices => ({
      ...byToken("30"),
      terms: { ...PLAIN_TERMS, ...changes },
    });
    const changeOf = (before: RateCardPrices, after: RateCardPrices) =>
      comparePriceLists([cardOf("a", before)], [cardOf("a", after)]).changes[0];
    expect(changeOf(terms({}), byToken("30"))).toMatchObject({ status: "same", fields: [] });
    expect(changeOf(terms({ partialImage: null, inputBilledPer: "request" }), byToken("30"))).toMatchObject({
      status: "changed",
      fields: [
        { label: "A preview", before: "nothing", after: "100 output tokens" },
        { label: "Input is billed", before: "once a request", after: "with every image" },
      ],
    });
    expect(
      changeOf(
        terms({ partialImage: { kind: "price", price: "0.010" } }),
        terms({ partialImage: { kind: "price", price: "0.01" } }),
      ),
    ).toMatchObject({ status: "same", fields: [] });
    expect(changeOf(terms({ currency: { code: "EUR", usdPerUnit: "1.1" } }), byToken("30"))).toMatchObject({
      status: "changed",
      fields: [{ label: "Currency", before: "EUR at $1.1", after: "USD" }],
    });
  });

  test("says when the way of billing changes", () => {
    const { changes } = comparePriceLists([cardOf("a", perImage("0.04"))], [cardOf("a", byToken("30"))]);
    expect(changes[0]?.fields).toContainEqual({ label: "Billed", before: "per image", after: "by token" });
  });

  test("sets a dated snapshot beside its model's price", () => {
    const listed = cardOf("a-2026-04-21", perImage("0.04"));
    const { changes } = comparePriceLists([cardOf("a", perImage("0.04"))], [listed]);
    expect(changes[0]).toMatchObject({ status: "same", current: { model: "a" } });
  });
});

describe("keepOmittedFacts", () => {
  const formula: RateCardPrices = {
    ...byToken("30"),
    outputTokens: { kind: "gpt-image-2" },
  } as RateCardPrices;

  test("keeps the measure of the price before, and says so", () => {
    const [card] = keepOmittedFacts([cardOf("a", formula)], [cardOf("a", byToken("40"), { notes: null })]);
    expect(card?.prices).toMatchObject({
      outputTokens: { kind: "gpt-image-2" },
      standard: { imageOutput: "40" },
    });
    expect(card?.notes).toMatch(/of the price before are kept/);
  });

  test("keeps the day on which the model is shut down, unless the list names one", () => {
    const before = [cardOf("a", perImage("0.04"), { shutdownOn: "2026-12-01" })];
    const shutdownOf = (shutdownOn: string | null) =>
      keepOmittedFacts(before, [cardOf("a", perImage("0.04"), { shutdownOn })])[0]?.shutdownOn;
    expect(shutdownOf(null)).toBe("2026-12-01");
    expect(shutdownOf("2027-01-01")).toBe("2027-01-01");
  });

  test("leaves prices alone that have nothing to keep", () => {
    const listed = [cardOf("a", perImage("0.04")), cardOf("b", byToken("40"))];
    expect(keepOmittedFacts([cardOf("a", formula)], listed)).toEqual(listed);
  });
});
