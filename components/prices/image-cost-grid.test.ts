import { describe, expect, it } from "vitest";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { explainImageCost, imageCostGrid } from "./image-cost-grid";

const gptImage2 = CATALOGUE.find((card) => card.model === "gpt-image-2");
if (gptImage2 === undefined) throw new Error("The catalogue has lost gpt-image-2.");

describe("imageCostGrid", () => {
  it("shows the token arithmetic of gpt-image-2: 7,024 tokens at $30 and at $15 a million", () => {
    const cell = (isBatch: boolean) => {
      const grid = imageCostGrid(gptImage2, isBatch);
      const row = grid?.rows.find(({ size }) => size === "1024x1024");
      return row?.costs[grid?.qualities.indexOf("high") ?? -1];
    };
    expect(cell(false)).toBe(210_720_000n);
    expect(cell(true)).toBe(105_360_000n);
  });

  it("is explained cell by cell with the amount that it shows", () => {
    const grid = imageCostGrid(gptImage2, false);
    for (const { size, costs } of grid?.rows ?? []) {
      grid?.qualities.forEach((quality, index) => {
        const { amountNanoUsd } = explainImageCost(gptImage2, { size, quality, isBatch: false });
        expect(amountNanoUsd).toBe(costs[index]);
      });
    }
  });

  it("has no grid for a card that is billed by the call", () => {
    const prices = { scheme: "per_call", price: "0.03", batchPrice: null, multiplier: "1" } as const;
    expect(imageCostGrid({ ...gptImage2, prices }, false)).toBeNull();
  });

  it("prices what stands for every other size and quality", () => {
    const standard = [
      { size: "any", quality: "any", price: "0.2" },
      { size: "1024x1024", quality: "high", price: "0.3" },
    ];
    const prices = { scheme: "per_image" as const, standard, batch: null, multiplier: "1" };
    const grid = imageCostGrid({ ...CATALOGUE[0]!, model: "painter", prices }, false);
    expect(grid).toEqual({
      qualities: ["any", "high"],
      rows: [
        { size: "any", costs: [200_000_000n, 200_000_000n] },
        { size: "1024x1024", costs: [200_000_000n, 300_000_000n] },
      ],
    });
  });

  it("prices credits by the longer edge", () => {
    const standard = [
      { maxLongEdge: 1024, quality: "any", credits: "3" },
      { maxLongEdge: 2048, quality: "any", credits: "5" },
    ];
    const prices = {
      scheme: "credits" as const,
      pricePerCredit: "0.01",
      standard,
      batch: null,
      autoBilledAs: null,
      multiplier: "2",
    };
    const grid = imageCostGrid({ ...gptImage2, model: "painter", prices }, false);
    const costs = Object.fromEntries((grid?.rows ?? []).map(({ size, costs: [cost] }) => [size, cost]));
    expect(costs).toMatchObject({ "1024x1024": 60_000_000n, "1536x1024": 100_000_000n, "3840x2160": null });
  });
});
