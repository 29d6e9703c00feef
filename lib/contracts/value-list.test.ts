import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { formatValueList, oneValue, parseValueList, valueListSchema } from "./value-list";

test("reads one value, several and all but some", () => {
  expect(parseValueList("low")).toEqual({ isExcluded: false, values: ["low"] });
  expect(parseValueList("low,high")).toEqual({ isExcluded: false, values: ["low", "high"] });
  expect(parseValueList("!low,high,low")).toEqual({ isExcluded: true, values: ["low", "high"] });
  expect(parseValueList("a\\,b,c\\\\d")).toEqual({ isExcluded: false, values: ["a,b", "c\\d"] });
  expect(parseValueList("\\!a")).toEqual({ isExcluded: false, values: ["!a"] });
});

test("a missing value is no list", () => {
  for (const text of ["", "!", "low,", ",low", "!,"]) expect(parseValueList(text)).toBeNull();
  expect(formatValueList({ isExcluded: true, values: [] })).toBeNull();
});

test("any values survive being written and read", () => {
  const values = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.boolean(), (list, isExcluded) => {
      const text = formatValueList({ isExcluded, values: list }) ?? "";
      expect(parseValueList(text)).toEqual({ isExcluded, values: list });
      expect(parseValueList(oneValue(list[0] ?? ""))).toEqual({ isExcluded: false, values: [list[0]] });
    }),
  );
});

test("every value is checked", () => {
  const schema = valueListSchema(z.enum(["low", "high"]), "");
  expect(schema.safeParse("!low,high").success).toBe(true);
  expect(schema.safeParse("low,huge").success).toBe(false);
  expect(schema.safeParse("low,").success).toBe(false);
});
