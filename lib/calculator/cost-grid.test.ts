import { describe, expect, test } from "vitest";
import { buildPriceBook, type RateCard, type RateCardPrices } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { costGrid } from "./cost-grid";
import { pricedPictures } from "./priced-pictures";

function card(prices: RateCardPrices): RateCard {
  return {
    id: "card",
    origin: "catalogue",
    provider: "someone",
    model: "some-model",
    name: "Some model",
    validFrom: "2026-01-01",
    validTo: null,
    sourceUrl: null,
    sourceKind: "third_party",
    checkedOn: "2026-11-23",
    shutdownOn: null,
    notes: null,
    prices,
  };
}

describe("pricedPictures", () => {
  test("of a list are its names, from the lowest quality up", () => {
    const prices = [
      { size: "1024x1024", quality: "hd", price: "0.08" },
      { size: "1024x1024", quality: "standard", price: "0.04" },
      { size: "1792x1024", quality: "standard", price: "0.08" },
    ];
    expect(
      pricedPictures(card({ scheme: "per_image", standard: prices, batch: null, multiplier: "1" })),
    ).toEqual({
      sizes: ["1024x1024", "1792x1024"],
      qualities: ["standard", "hd"],
    });
  });

  test("of a flat price is one picture, whatever it is", () => {
    const one = { sizes: ["auto"], qualities: ["auto"] };
    const flat = [{ size: "any", quality: "any", price: "0.04" }];
    expect(
      pricedPictures(card({ scheme: "per_image", standard: flat, batch: null, multiplier: "1" })),
    ).toEqual(one);
    expect(
      pricedPictures(card({ scheme: "per_call", price: "0.04", batchPrice: null, multiplier: "1" })),
    ).toEqual(one);
  });

  test("of credits by size are common sizes", () => {
    const tiers = [
      { maxLongEdge: 1024, quality: "high", credits: "4" },
      { maxLongEdge: null, quality: "low", credits: "8" },
    ];
    const { sizes, qualities } = pricedPictures(
      card({
        scheme: "credits",
        pricePerCredit: "0.01",
        standard: tiers,
        batch: null,
        autoBilledAs: null,
        multiplier: "1",
      }),
    );
    expect(sizes).toContain("1024x1024");
    expect(qualities).toEqual(["low", "high"]);
  });

  test("of rules are those of every rule", () => {
    const rule = (sizes: string[], qualities: string[] | null, price: string) => ({
      when: { sizes, orientations: null, minPixels: null, maxPixels: null, qualities, formats: null },
      prices: {
        scheme: "per_image" as const,
        standard: [{ size: "any", quality: "any", price }],
        batch: null,
        multiplier: "1",
      },
    });
    const rules = [rule(["512x512"], ["low"], "0.01"), rule(["1024x1024"], null, "0.02")];
    expect(pricedPictures(card({ scheme: "conditional", rules, multiplier: "1" }))).toEqual({
      sizes: ["512x512", "1024x1024"],
      qualities: ["low"],
    });
  });
});

test("the grid prices each cell as the request itself would be", () => {
  const request = {
    provider: "openai",
    model: "gpt-image-2",
    operation: "generation" as const,
    n: 1,
    size: null,
    quality: null,
    outputFormat: null,
    batch: false,
    promptTokens: 0,
    inputImages: [],
    partialImages: 0,
    on: "2026-11-23",
  };
  const sizes = ["1024x1024", "1536x1024", "3840x2160"];
  const grid = costGrid(buildPriceBook(CATALOGUE), request, { sizes, qualities: ["low", "medium", "high"] });
  const costs = grid.rows.map(({ cells }) =>
    cells.map((cell) => (cell.status === "priced" ? cell.perImageNanoUsd : null)),
  );
  // The published table, in nano-dollars.
  expect(costs).toEqual([
    [5_880_000n, 52_680_000n, 210_720_000n],
    [4_740_000n, 41_160_000n, 164_640_000n],
    [11_130_000n, 100_080_000n, 400_260_000n],
  ]);
});
