import { describe, expect, it } from "vitest";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { imageCostGrid } from "./image-cost-grid";

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
});
