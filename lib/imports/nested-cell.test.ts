import { describe, expect, it } from "vitest";
import { createCellReader, mayHaveColumn } from "./nested-cell";
import { createRowFilter } from "./row-condition";

const cells = (row: Record<string, string>) => new Map(Object.entries(row));

describe("createCellReader", () => {
  it.each([
    ["a", { a: "1" }, "1"],
    ["a.b", { "a.b": "1", a: '{"b":2}' }, "1"],
    ["a.b", { a: '{"b":2}' }, "2"],
    ["a.b.c.d", { "a.b": ' {"c":{"d":"deep"}}' }, "deep"],
    ["a.b", { a: '{"b":' }, undefined],
    ["a.b", { a: "[1]" }, undefined],
    ["a.b", { a: '{"c":2}' }, undefined],
    ["a.b", { b: "2" }, undefined],
  ])("finds %s in %o", (column, row, value) => {
    expect(createCellReader(column)(cells(row))).toBe(value);
  });
});

it("knows which columns a header leaves room for", () => {
  const columns = new Set(["metadata", "a.b"]);
  expect(mayHaveColumn(columns, "metadata.usage.tokens")).toBe(true);
  expect(mayHaveColumn(columns, "a.b")).toBe(true);
  expect(mayHaveColumn(columns, "a.c")).toBe(false);
});

it("leaves out rows that fail a condition, whatever their capitals", () => {
  const isWanted = createRowFilter([
    { column: "type", is: "one_of", values: ["Image", ""] },
    { column: "model", is: "containing", values: ["image", "dall-e"] },
  ]);
  expect(isWanted(cells({ type: " IMAGE ", model: "GPT-Image-2" }))).toBe(true);
  expect(isWanted(cells({ model: "dall-e-3" }))).toBe(true);
  expect(isWanted(cells({ type: "chat", model: "gpt-image-2" }))).toBe(false);
  expect(isWanted(cells({ type: "image", model: "gpt-6" }))).toBe(false);
  expect(createRowFilter([])(cells({}))).toBe(true);
});
