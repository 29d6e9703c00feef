import { expect, it } from "vitest";
import type { RateCard } from "@/lib/pricing";
import { priceHistory } from "./price-history";

const NAME = { provider: "openai", model: "gpt-image-2" };

function card(id: string, origin: RateCard["origin"], validFrom: string, validTo: string | null): RateCard {
  return {
    ...NAME,
    id,
    origin,
    name: id,
    validFrom,
    validTo,
    sourceUrl: null,
    sourceKind: "user_entered",
    checkedOn: validFrom,
    shutdownOn: null,
    notes: null,
    prices: { scheme: "per_call", price: "0.1", batchPrice: null, multiplier: "1" },
  };
}

it("says which card is in force when: own ones over the catalogue's, which fills the gap between them", () => {
  const cards = [
    card("list", "catalogue", "2026-04-21", null),
    card("spring", "workspace", "2026-06-01", "2026-09-01"),
    card("autumn", "workspace", "2026-11-01", null),
    { ...card("other", "workspace", "2026-01-01", null), model: "another" },
  ];
  const lines = priceHistory(cards, NAME, "2026-10-10");
  expect(lines.map(({ card: { id }, inForce, isInForceToday }) => [id, inForce, isInForceToday])).toEqual([
    ["autumn", [{ from: "2026-11-01", to: null }], false],
    ["spring", [{ from: "2026-06-01", to: "2026-09-01" }], false],
    [
      "list",
      [
        { from: "2026-04-21", to: "2026-06-01" },
        { from: "2026-09-01", to: "2026-11-01" },
      ],
      true,
    ],
  ]);
});

it("draws one stretch where a hidden card begins within it", () => {
  const cards = [
    card("own", "workspace", "2026-01-01", null),
    card("list", "catalogue", "2026-04-21", "2026-05-01"),
  ];
  const [list, own] = priceHistory(cards, NAME, "2026-06-01");
  expect(own?.inForce).toEqual([{ from: "2026-01-01", to: null }]);
  expect(list?.inForce).toEqual([]);
});

it("is empty for a model without a price", () => {
  expect(priceHistory([], NAME, "2026-06-01")).toEqual([]);
});
