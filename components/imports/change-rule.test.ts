import { describe, expect, test } from "vitest";
import type { ImportMapping } from "@/lib/imports";
import { changeRule, sampleValues, translationSummary } from "./change-rule";

const mapping: ImportMapping = {
  timeZone: "UTC",
  fields: {
    latencyMs: { column: "seconds", translate: { kind: "multiply", by: 1000 }, assumed: null },
    model: { column: null, translate: null, assumed: "gpt-image-2" },
  },
  tags: {},
  repeats: "count_once",
};

describe("changing how a field is read", () => {
  test("keeps the other fields", () => {
    const changed = changeRule(mapping, "size", { assumed: "1024x1024" });
    expect(changed.fields).toEqual({
      ...mapping.fields,
      size: { column: null, translate: null, assumed: "1024x1024" },
    });
    expect(mapping.fields.size).toBeUndefined();
  });

  test("drops the translation with the column that it was made for", () => {
    expect(changeRule(mapping, "latencyMs", { column: "ms" }).fields.latencyMs?.translate).toBeNull();
    expect(changeRule(mapping, "latencyMs", { assumed: "5" }).fields.latencyMs?.translate).not.toBeNull();
  });

  test("forgets a field that is neither read nor assumed", () => {
    expect("model" in changeRule(mapping, "model", { assumed: null }).fields).toBe(false);
  });
});

test("a translation is summed up in words", () => {
  expect(translationSummary({ kind: "values", values: { A: "a" }, otherwise: null })).toBe(
    "1 value replaced",
  );
  expect(
    translationSummary({ kind: "thresholds", steps: [{ below: 28, value: "low" }], otherwise: "high" }),
  ).toBe("2 ranges of numbers");
  expect(translationSummary({ kind: "multiply", by: 1000 })).toBe("multiplied by 1,000");
});

test("sample values are the different ones that are there", () => {
  expect(sampleValues([{ a: "x" }, { a: " x " }, { a: "" }, { b: "y" }], "a")).toEqual(["x"]);
});
