import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalRow } from "./canonical-row";
import { CsvRows } from "./csv-rows";
import { REJECT_COLUMNS } from "./reject-columns";
import { rejectedCells } from "./rejected-cells";

const layout = { format: "csv" as const, delimiter: ";", columns: ["id", "note", "n"] };

it.each([
  ["a;=1+1;2", ["a", "'=1+1", "2"]],
  ['a;"two\nlines";2', ["a", "two\nlines", "2"]],
  ["a;b", ["a", "b", ""]],
  ["a;b;c;d", ["a", "b", "c;d"]],
  ['a;"never closed;2', ['a;"never closed;2', "", ""]],
  ["-1;+49 30;@x", ["'-1", "'+49 30", "'@x"]],
])("shows %j under the columns of the file", (content, cells) => {
  expect(rejectedCells(layout, content)).toEqual(cells);
});

it("shows a JSON line under its keys, and a broken one as it is", () => {
  const json = { format: "jsonl" as const, columns: ["a", "u.b"] };
  expect(rejectedCells(json, '{"u":{"b":2},"a":"x"}')).toEqual(["x", "2"]);
  expect(rejectedCells(json, '{"a":')).toEqual(['{"a":', ""]);
});

it("comes back as the same row when it is imported again", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "=", "-", "+", " ", ";", ",", '"', "\n", "1"),
    maxLength: 5,
  });
  fc.assert(
    fc.property(cell, cell, (note, n) => {
      const quoted = [note, n].map((each) => `"${each.replaceAll('"', '""')}"`);
      const [original] = new CsvRows(";", layout.columns).push(`h\nid1;${quoted.join(";")}\n`);
      if (original === undefined) throw new Error("The file has one row.");

      const columns = [...layout.columns, ...REJECT_COLUMNS];
      const cells = [...rejectedCells(layout, original.raw), "2", "n", "=reason"];
      const line = cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",");
      const [again] = new CsvRows(",", columns).push(`h\n${line}\n`);
      expect(canonicalRow(again ?? original)).toBe(canonicalRow(original));
    }),
  );
});
