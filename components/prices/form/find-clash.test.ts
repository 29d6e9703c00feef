import { expect, it } from "vitest";
import { findClash } from "./find-clash";
import type { PricedCard } from "./price-form-values";

const PRICES = { scheme: "per_call", price: "0.1", batchPrice: null, multiplier: "1" } as const;
const card = (validFrom: string, validTo: string | null, more: Partial<PricedCard> = {}): PricedCard => ({
  id: validFrom,
  origin: "workspace",
  provider: "wisgate",
  model: "painter",
  name: `From ${validFrom}`,
  validFrom,
  validTo,
  sourceUrl: null,
  sourceKind: "user_entered",
  checkedOn: validFrom,
  shutdownOn: null,
  notes: null,
  prices: PRICES,
  ...more,
});
const clash = (cards: PricedCard[], validFrom: string, validTo: string | null = null) =>
  findClash(cards, {
    provider: "wisgate",
    model: "painter",
    name: "New",
    validFrom,
    validTo,
    checkedOn: validFrom,
    prices: PRICES,
  });

it("lets an open end give way, also one that another price cut off", () => {
  const cards = [card("2026-01-01", "2026-06-01"), card("2026-06-01", null)];
  expect(clash(cards, "2026-03-01")).toBeNull();
  expect(clash(cards, "2026-09-01")).toBeNull();
  expect(clash(cards, "2025-09-01", "2026-01-01")).toBeNull();
});

it("refuses the day of another price, days inside one with a stated end, and days of the next one", () => {
  const cards = [card("2026-01-01", "2026-04-01"), card("2026-06-01", null)];
  expect(clash(cards, "2026-06-01")?.box).toBe("validFrom");
  expect(clash(cards, "2026-03-31")).toMatchObject({
    box: "validFrom",
    message: expect.stringContaining("31 Mar 2026") as string,
  });
  expect(clash(cards, "2026-04-01")).toBeNull();
  expect(clash(cards, "2026-05-01", "2026-06-02")?.box).toBe("lastDay");
});

it("looks at the workspace's own prices of the same provider and model only", () => {
  const others = [
    card("2026-06-01", null, { model: "other" }),
    card("2026-06-01", null, { provider: "other" }),
    card("2026-06-01", null, { origin: "catalogue" }),
  ];
  expect(clash(others, "2026-06-01")).toBeNull();
});
