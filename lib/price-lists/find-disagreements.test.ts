import { describe, expect, test } from "vitest";
import { CATALOGUE, OTHER_LISTINGS } from "@/lib/pricing/catalogue";
import type { RateCard } from "@/lib/pricing";
import { findDisagreements, type PriceSource } from "./find-disagreements";
import { readRows, row } from "./testing/samples";

const ON = "2026-11-23";
const catalogue: PriceSource = { name: "Catalogue", cards: CATALOGUE, isPricedWith: true };
const list = (name: string, cards: readonly RateCard[]): PriceSource => ({
  name,
  cards,
  isPricedWith: false,
});
const rowsOf = (...sources: PriceSource[]) =>
  findDisagreements(sources, ON).map(({ model, meter, first, second, ratio }) => [
    model,
    meter,
    first.price,
    second.price,
    ratio,
  ]);

const flux = (provider: string, price: number) =>
  readRows({ [`${provider}/flux-dev`]: row(provider, { output_cost_per_image: price }) }).cards;

describe("the shipped listings", () => {
  test("are known to be wrong in these places and no others", () => {
    // By hand: 4,160 tokens at $32 a million are $0.13312, 6,240 are $0.19968, 6,208 are $0.198656.
    expect(rowsOf(catalogue, list("LiteLLM", OTHER_LISTINGS))).toEqual([
      ["gpt-image-1.5", "1024x1536, any quality", "0.19968", "0.013", "15.36"],
      ["gpt-image-1.5", "1536x1024, any quality", "0.198656", "0.013", "15.28"],
      ["gpt-image-1.5", "1024x1024, any quality", "0.13312", "0.009", "14.79"],
      ["chatgpt-image-latest", "Image input", "8.00", "10", "1.25"],
      ["chatgpt-image-latest", "Image output", "32.00", "40", "1.25"],
      ["gpt-image-2", "Text output", null, "10", null],
    ]);
  });
});

describe("findDisagreements", () => {
  test("says which of the two is used, and where each is from", () => {
    const [found] = findDisagreements([catalogue, list("Mine", flux("black_forest_labs", 0.05))], ON);
    expect(found).toMatchObject({
      provider: "black_forest_labs",
      unit: "image",
      first: { source: "Catalogue", price: "0.025", isUsed: true },
      second: { source: "Mine", price: "0.05", isUsed: false, sourceUrl: "https://example.com/prices.json" },
      ratio: "2.00",
    });
  });

  test("takes one provider in two spellings for one", () => {
    expect(rowsOf(catalogue, list("Mine", flux("black-forest-labs", 0.05)))).toHaveLength(1);
  });

  test("says nothing where the prices are the same but for rounding", () => {
    expect(rowsOf(catalogue, list("Mine", flux("black_forest_labs", 0.025)))).toEqual([]);
    expect(rowsOf(catalogue, list("Mine", flux("black_forest_labs", 0.0251)))).toEqual([]);
    expect(rowsOf(catalogue, list("Mine", flux("black_forest_labs", 0.03)))).toHaveLength(1);
  });

  test("prefers the workspace's own price, and does not mind its factor", () => {
    const own = flux("black_forest_labs", 0.5).map((card) => ({
      ...card,
      id: "own",
      prices: { ...card.prices, multiplier: "0.8" },
    }));
    const sources = [catalogue, { name: "Yours", cards: own, isPricedWith: true }];
    const [found] = findDisagreements(sources, ON);
    expect(found).toMatchObject({
      first: { source: "Yours", price: "0.5", isUsed: true },
      second: { source: "Catalogue", price: "0.025", isUsed: false },
      ratio: "20.00",
    });
  });

  test("compares two lists of a model that nothing prices", () => {
    const found = findDisagreements([list("A", flux("lumen", 0.05)), list("B", flux("lumen", 0.08))], ON);
    expect(found).toMatchObject([
      { first: { source: "A", isUsed: false }, second: { source: "B" }, ratio: "1.60" },
    ]);
  });

  test("names a snapshot's disagreement once", () => {
    const prices = { output_cost_per_image_token: 6e-5 };
    const { cards } = readRows({
      "gpt-image-2": row("openai", prices),
      "gpt-image-2-2026-04-21": row("openai", prices),
    });
    expect(rowsOf(catalogue, list("Mine", cards))).toEqual([
      ["gpt-image-2", "Image output", "30.00", "60", "2.00"],
    ]);
  });
});
