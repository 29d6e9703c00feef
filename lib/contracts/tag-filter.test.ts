import fc from "fast-check";
import { expect, test } from "vitest";
import {
  askedTagKeys,
  formatTagFilter,
  formatTagValue,
  parseTagFilter,
  parseTagValue,
  tagFilterSchema,
  tagProblem,
  type TagValue,
} from "./tag-filter";
import { usageGroupingSchema } from "./usage";

test("reads a key and the values after its colon", () => {
  expect(parseTagFilter("team:growth")).toEqual({
    key: "team",
    list: { isExcluded: false, values: ["growth"] },
  });
  expect(parseTagFilter("team:!growth,a\\,b")).toEqual({
    key: "team",
    list: { isExcluded: true, values: ["growth", "a,b"] },
  });
  expect(parseTagFilter("k8s\\:team:a:b")).toEqual({
    key: "k8s:team",
    list: { isExcluded: false, values: ["a:b"] },
  });
});

test("a filter without a key or a value is none", () => {
  for (const text of ["", "team", "team:", ":growth", "team:!", "team:a,", "team\\:growth"]) {
    expect(parseTagFilter(text)).toBeNull();
    expect(tagFilterSchema.safeParse(text).success).toBe(false);
  }
  expect(tagFilterSchema.safeParse("team:growth").success).toBe(true);
  expect(tagFilterSchema.safeParse(`${"k".repeat(65)}:growth`).success).toBe(false);
  expect(tagFilterSchema.safeParse(`team:${"v".repeat(258)}`).success).toBe(false);
});

test("words with a meaning can also be values", () => {
  expect(parseTagValue("none")).toEqual({ kind: "none" });
  expect(parseTagValue("other")).toEqual({ kind: "other" });
  expect(parseTagValue("growth")).toEqual({ kind: "value", value: "growth" });
  const written = { none: "=none", other: "=other", "": "=", "=x": "==x", growth: "growth" };
  for (const [value, text] of Object.entries(written)) {
    expect(formatTagValue({ kind: "value", value })).toBe(text);
  }
});

const tagValues: fc.Arbitrary<TagValue> = fc.oneof(
  fc.constant<TagValue>({ kind: "none" }),
  fc.constant<TagValue>({ kind: "other" }),
  fc
    .oneof(fc.string(), fc.constantFrom("none", "other", "", "=", "=none", "!a", "a,b", "a\\"))
    .map((value): TagValue => ({ kind: "value", value })),
);

test("any key and values survive being written and read", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 64 }),
      fc.uniqueArray(tagValues, { minLength: 1, maxLength: 8, selector: formatTagValue }),
      fc.boolean(),
      (key, tags, isExcluded) => {
        const list = { isExcluded, values: tags.map(formatTagValue) };
        const read = parseTagFilter(formatTagFilter({ key, list }) ?? "");
        expect(read).toEqual({ key, list });
        expect(read?.list.values.map(parseTagValue)).toEqual(tags);
      },
    ),
  );
});

test("one tag at a time, wherever it is asked", () => {
  expect(askedTagKeys({ tag: "team:a", groupBy: "tag:team", thenBy: "model" })).toEqual(["team"]);
  expect(askedTagKeys({ groupBy: "model", thenBy: "tag:a:b" })).toEqual(["a:b"]);
  expect(askedTagKeys({ groupBy: "model" })).toEqual([]);
  expect(tagProblem({ tag: "team:a", groupBy: "tag:team" })).toBeNull();
  expect(tagProblem({ tag: "team:a", groupBy: "tag:channel" })?.path).toBe("tag");
  expect(tagProblem({ groupBy: "tag:team", thenBy: "tag:channel" })?.path).toBe("thenBy");
  // Without a first grouping the second says nothing.
  expect(tagProblem({ tag: "team:a", thenBy: "tag:channel" })).toBeNull();
});

test("calls are grouped by what they have, or by a tag with a name", () => {
  expect(usageGroupingSchema.safeParse("tag:team").success).toBe(true);
  expect(usageGroupingSchema.safeParse("model").success).toBe(true);
  for (const text of ["tag:", `tag:${"k".repeat(65)}`, "team", "none"]) {
    expect(usageGroupingSchema.safeParse(text).success).toBe(false);
  }
});
