import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/time";
import { buildPriceBook, findRateCard } from "./price-book";
import { cardOf, catalogueBook } from "./testing/samples";

const query = { provider: "wisgate", model: "gpt-image-2", on: "2026-11-03" };

function idOn(cards: Parameters<typeof cardOf>[0][], on = query.on): string | null {
  return findRateCard(buildPriceBook(cards.map(cardOf)), { ...query, on })?.id ?? null;
}

describe("findRateCard", () => {
  test("takes the card that became valid last", () => {
    const cards = [
      { id: "first", validFrom: "2026-01-01" },
      { id: "third", validFrom: "2026-11-03" },
      { id: "second", validFrom: "2026-06-01" },
    ];
    expect(idOn(cards, "2025-12-31")).toBeNull();
    expect(idOn(cards, "2026-01-01")).toBe("first");
    expect(idOn(cards, "2026-05-31")).toBe("first");
    expect(idOn(cards, "2026-06-01")).toBe("second");
    expect(idOn(cards, "2026-11-02")).toBe("second");
    expect(idOn(cards, "2026-11-03")).toBe("third");
    expect(idOn(cards, "2030-01-01")).toBe("third");
  });

  test("leaves a card out from the day on which it is no longer valid", () => {
    const cards = [
      { id: "open", validFrom: "2026-01-01" },
      { id: "summer", validFrom: "2026-06-01", validTo: "2026-09-01" },
    ];
    expect(idOn(cards, "2026-08-31")).toBe("summer");
    expect(idOn(cards, "2026-09-01")).toBe("open");
  });

  test("takes the workspace's card before a newer one of the catalogue, while it is valid", () => {
    const cards = [
      { id: "catalogue", origin: "catalogue" as const, validFrom: "2026-10-01" },
      { id: "own", validFrom: "2026-02-01", validTo: "2026-12-01" },
    ];
    expect(idOn(cards)).toBe("own");
    expect(idOn(cards, "2026-12-01")).toBe("catalogue");
  });

  test("gives a dated snapshot its model's card, unless it has its own", () => {
    const snapshot = "gpt-image-2-2026-04-21";
    expect(findRateCard(catalogueBook, { provider: "openai", model: snapshot, on: query.on })?.model).toBe(
      "gpt-image-2",
    );
    const book = buildPriceBook([cardOf({ id: "family" }), cardOf({ id: "snapshot", model: snapshot })]);
    expect(findRateCard(book, { ...query, model: snapshot })?.id).toBe("snapshot");
    expect(findRateCard(book, query)?.id).toBe("family");
  });

  test.each([
    { provider: "wisgate", model: "gpt-image-2", on: "2026-11-03" },
    { provider: "openai", model: "gpt-image-9", on: "2026-11-03" },
    { provider: "openai", model: "gpt-image-2", on: "2026-04-20" },
    { provider: "constructor", model: "toString", on: "2026-11-03" },
  ])("knows no card for $model at $provider on $on", (unknown) => {
    expect(findRateCard(catalogueBook, unknown)).toBeNull();
  });

  test("agrees with a search through all cards, in whatever order they come", () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2026-01-01", days));
    const cards = fc.uniqueArray(
      fc.record({
        origin: fc.constantFrom("catalogue" as const, "workspace" as const),
        validFrom: day,
        validTo: fc.option(day),
      }),
      { selector: ({ origin, validFrom }) => origin + validFrom, maxLength: 12 },
    );
    fc.assert(
      fc.property(cards, day, (list, on) => {
        const numbered = list.map((card, index) => cardOf({ ...card, id: `card-${index}` }));
        const valid = numbered.filter((card) => card.validFrom <= on && (card.validTo ?? "9999") > on);
        const own = valid.filter((card) => card.origin === "workspace");
        const [best] = (own.length > 0 ? own : valid).toSorted((a, b) =>
          a.validFrom < b.validFrom ? 1 : -1,
        );
        expect(findRateCard(buildPriceBook(numbered), { ...query, on })?.id).toBe(best?.id);
        expect(findRateCard(buildPriceBook(numbered.toReversed()), { ...query, on })?.id).toBe(best?.id);
      }),
    );
  });
});

test.each(["-1", "1e3", "", "free", "0.0000000001"])("a price of %j names the card that has it", (price) => {
  const card = cardOf({
    id: "broken",
    prices: { scheme: "per_call", price, batchPrice: null, multiplier: "1" },
  });
  expect(() => buildPriceBook([card])).toThrow(/broken/);
});
