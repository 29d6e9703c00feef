import { expect, it } from "vitest";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { catalogueGroups } from "./catalogue-groups";

it("puts the providers' own lists first, and loses no card", () => {
  const groups = catalogueGroups(CATALOGUE, "");
  expect(groups[0]).toMatchObject({ provider: "openai", isFirstParty: true });
  expect(groups.flatMap(({ cards }) => cards)).toHaveLength(CATALOGUE.length);
  const others = groups.filter(({ isFirstParty }) => !isFirstParty).map(({ provider }) => provider);
  expect(others).toEqual(others.toSorted((a, b) => a.localeCompare(b, "en")));
});

it("finds by every word, wherever it stands and however it is written", () => {
  const models = catalogueGroups(CATALOGUE, " MINI  openai ").flatMap(({ cards }) =>
    cards.map(({ model }) => model),
  );
  expect(models).toContain("gpt-image-1-mini");
  expect(models.every((model) => model.includes("mini"))).toBe(true);
  expect(catalogueGroups(CATALOGUE, "no such model")).toEqual([]);
});
