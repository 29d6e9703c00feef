import { expect, test } from "vitest";
import { dimensionFilter, dimensionList, filteredDimension } from "./dimension-filter";

const list = { isExcluded: true, values: ["a,b", "none"] };

test("a dimension is filtered under its own name, and a tag under that of all tags", () => {
  expect(dimensionFilter("model", list)).toEqual({ model: "!a\\,b,none" });
  expect(dimensionFilter("tag:te:am", list)).toEqual({ tag: "te\\:am:!a\\,b,none" });
  expect(dimensionFilter("tag:team", { ...list, values: [] })).toBeNull();
});

test("the values of a filter are found under what it is about alone", () => {
  const filters = { model: "!a\\,b,none", tag: "team:!a\\,b,none" };
  expect(dimensionList("model", filters)).toEqual(list);
  expect(dimensionList("tag:team", filters)).toEqual(list);
  expect(dimensionList("tag:channel", filters)).toBeNull();
  expect(dimensionList("size", filters)).toBeNull();
  expect(filteredDimension("tag", filters.tag)).toBe("tag:team");
  expect(filteredDimension("tag", "team")).toBeNull();
  expect(filteredDimension("model", filters.model)).toBe("model");
});
