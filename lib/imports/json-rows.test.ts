import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_RECORD_LENGTH, type FileRow } from "./file-row";
import { JsonRows } from "./json-rows";

function read(text: string, pieces: readonly number[] = []): FileRow[] {
  const reader = new JsonRows();
  const rows: FileRow[] = [];
  let start = 0;
  for (const length of pieces) {
    rows.push(...reader.push(text.slice(start, start + length)));
    start += length;
  }
  return [...rows, ...reader.push(text.slice(start)), ...reader.end()];
}

describe("JsonRows", () => {
  it("makes cells of nested objects", () => {
    const value = {
      id: "a",
      n: 2,
      batch: false,
      error: null,
      usage: { input_tokens_details: { text_tokens: 26 } },
      images: [1, 2],
    };
    expect([...(read(JSON.stringify(value))[0]?.cells ?? [])]).toEqual([
      ["id", "a"],
      ["n", "2"],
      ["batch", "false"],
      ["usage.input_tokens_details.text_tokens", "26"],
      ["images", "[1,2]"],
    ]);
  });

  it("names the lines that are no JSON objects, and says when the file ends inside one", () => {
    const rows = read('{"a":1}\r\n\n[1]\nnull\n{"a":\n{"a":2}\n{"a":3');
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [3, "The line is not a JSON object"],
      [4, "The line is not a JSON object"],
      [5, "The line is not valid JSON"],
      [6, null],
      [7, "The line is not valid JSON. The file ends here"],
    ]);
  });

  it("gives up on a line that is longer than any log's, and goes on behind it", () => {
    const long = JSON.stringify({ picture: "x".repeat(MAX_RECORD_LENGTH) });
    for (const pieces of [[], [1000, 600_000, 600_000]]) {
      const rows = read(`{"a":1}\n${long}\n{"a":2}\n`, pieces);
      expect(rows.map(({ line, problem }) => [line, problem === null])).toEqual([
        [1, true],
        [2, false],
        [3, true],
      ]);
    }
  });

  it("reads the same in pieces of any length", () => {
    const line = fc.oneof(fc.json(), fc.constantFrom("", "{", '{"a":{"b":1}}'));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.integer({ min: 1, max: 9 })), (lines, pieces) => {
        expect(read(lines.join("\n"), pieces)).toEqual(read(lines.join("\n")));
      }),
    );
  });
});
