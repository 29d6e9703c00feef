import { describe, expect, test } from "vitest";
import type { RateCard, RateCardPrices } from "@/lib/pricing";
import { comparePriceLists, keepOutputTokens } from "./compare-price-lists";
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

const byToken = (imageOutput: string): RateCardPrices => ({
  scheme: "tokens",
  standard: {
    textInput: "5",
    cachedTextInput: null,
    imageInput: null,
    cachedImageInput: null,
    imageOutput,
    textOutput: null,
  },
  batch: null,
  outputTokens: { kind: "unknown" },
  multiplier: "1",
});

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
      { label: "Factor", before: "0.8", after: null },
      { label: "Shut down on", before: "2026-12-01", after: null },
    ]);
    expect(missing.map(({ model }) => model)).toEqual(["gone"]);
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

describe("keepOutputTokens", () => {
  const formula: RateCardPrices = {
    ...byToken("30"),
    outputTokens: { kind: "gpt-image-2" },
  } as RateCardPrices;

  test("keeps the measure of the price before, and says so", () => {
    const [card] = keepOutputTokens([cardOf("a", formula)], [cardOf("a", byToken("40"), { notes: null })]);
    expect(card?.prices).toMatchObject({
      outputTokens: { kind: "gpt-image-2" },
      standard: { imageOutput: "40" },
    });
    expect(card?.notes).toMatch(/of the price before are kept/);
  });

  test("leaves prices alone that have nothing to keep", () => {
    const listed = [cardOf("a", perImage("0.04")), cardOf("b", byToken("40"))];
    expect(keepOutputTokens([cardOf("a", formula)], listed)).toEqual(listed);
  });
});
