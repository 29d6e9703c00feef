import fc from "fast-check";
import { expect, it } from "vitest";
import type { FileLayout } from "./file-row";
import { createRowReader, RowCounter } from "./read-rows";

const LAYOUTS: FileLayout[] = [
  { format: "csv", delimiter: ",", columns: ["a", "b"] },
  { format: "jsonl", columns: [] },
];

/** Made of what rows begin, end and break with. */
const anyText = fc
  .array(fc.constantFrom('"', ",", "\n", "\r\n", "a", "1", " ", "{", '{"a":1}', '"a\nb",c\n', "a,b\n"))
  .map((pieces) => pieces.join(""));

it.each(LAYOUTS)("counts the rows that the reader of $format gives, in any pieces", (layout) => {
  fc.assert(
    fc.property(anyText, fc.array(fc.integer({ min: 1, max: 9 })), (text, lengths) => {
      const [reader, counter] = [createRowReader(layout), new RowCounter(layout)];
      let rows = 0;
      let start = 0;
      for (const length of [...lengths, text.length]) {
        const piece = text.slice(start, start + length);
        rows += reader.push(piece).length;
        counter.push(piece);
        start += length;
      }
      expect(counter.end()).toBe(rows + reader.end().length);
    }),
  );
});
