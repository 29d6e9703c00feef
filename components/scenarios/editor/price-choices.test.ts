import { describe, expect, test } from "vitest";
import { buildPriceBook } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { priceChoices, qualityColumns, shutdownWarning } from "./price-choices";

const book = buildPriceBook(CATALOGUE);
const own = CATALOGUE.filter(({ model }) => model === "gpt-image-2").map((card) => ({
  ...card,
  id: "own",
  origin: "workspace" as const,
  provider: "wisgate",
}));

describe("the prices to choose from", () => {
  test("name each model of a provider once, the team's own first", () => {
    const cards = [...CATALOGUE, ...own];
    const choices = priceChoices(cards, buildPriceBook(cards), "2027-01-01");
    expect(choices[0]?.label).toBe("wisgate, gpt-image-2");
    expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length);
  });

  test("say so where there is no price on the first day", () => {
    const [first] = priceChoices(CATALOGUE, book, "2001-01-01");
    expect(first?.hint).toBe("No price on the first day");
  });
});

test("a model that ends before the stage is warned of, one that outlasts it is not", () => {
  const card = { model: "gpt-image-1.5", shutdownOn: "2026-12-01" };
  const stage = (startsOn: string) => ({ startsOn, lengthMonths: 1 });
  expect(shutdownWarning(card, stage("2026-10-01"))).toBeNull();
  expect(shutdownWarning(card, stage("2026-11-15"))).toBe(
    "The provider shuts gpt-image-1.5 down on 1 Dec 2026, before this stage ends.",
  );
  expect(shutdownWarning(card, stage("2026-12-01"))).toContain("before this stage begins");
  expect(shutdownWarning({ ...card, shutdownOn: null }, stage("2027-01-01"))).toBeNull();
});

test("qualities stand from the lowest up, with those that the mix asks for", () => {
  const card = CATALOGUE.find(({ model }) => model === "gpt-image-2") ?? null;
  expect(qualityColumns(card, [])).toEqual(["low", "medium", "high"]);
  expect(qualityColumns(card, ["auto"])).toEqual(["low", "medium", "high", "auto"]);
});
