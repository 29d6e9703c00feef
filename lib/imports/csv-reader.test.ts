import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvReader, type CsvRecord } from "./csv-reader";
import { MAX_RECORD_LENGTH } from "./file-row";

function read(text: string, delimiter = ",", pieces: readonly number[] = []): CsvRecord[] {
  const reader = new CsvReader(delimiter);
  const records: CsvRecord[] = [];
  let start = 0;
  for (const length of pieces) {
    records.push(...reader.push(text.slice(start, start + length)));
    start += length;
  }
  return [...records, ...reader.push(text.slice(start)), ...reader.end()];
}

const cells = (text: string, delimiter?: string) => read(text, delimiter).map((record) => record.cells);

describe("CsvReader", () => {
  it("splits lines that end in LF or CRLF, with or without the last one", () => {
    const expected = [
      ["a", "b"],
      ["1", ""],
      ["", "2"],
    ];
    expect(cells("a,b\n1,\n,2\n")).toEqual(expected);
    expect(cells("a,b\r\n1,\r\n,2")).toEqual(expected);
  });

  it("takes delimiters, line breaks and quotation marks inside quotation marks as text", () => {
    expect(cells('"a,b","say ""hi""","two\r\nlines"\r\n"",x\n')).toEqual([
      ["a,b", 'say "hi"', "two\r\nlines"],
      ["", "x"],
    ]);
    expect(cells('5" screen;"a;b"', ";")).toEqual([['5" screen', "a;b"]]);
  });

  it("names the line on which a record begins, and passes over blank ones", () => {
    const records = read('h\n\n"a\n\nb"\nc\r\n\r\nd');
    expect(records.map(({ line, raw }) => [line, raw])).toEqual([
      [1, "h"],
      [3, '"a\n\nb"'],
      [6, "c"],
      [8, "d"],
    ]);
  });

  it("loses one line to a quotation mark that is never closed, and no other", () => {
    const records = read('a,b\n1,"x\n2,y\n3,z\n');
    expect(records.map(({ line, cells, problem }) => [line, cells, problem !== null])).toEqual([
      [1, ["a", "b"], false],
      [2, [], true],
      [3, ["2", "y"], false],
      [4, ["3", "z"], false],
    ]);
    expect(records[1]).toMatchObject({
      raw: '1,"x',
      problem: expect.stringContaining("never closed") as unknown,
    });
  });

  it("finds text behind a closing quotation mark", () => {
    expect(read('"a" b,c\nd,e')).toMatchObject([
      { line: 1, problem: expect.stringContaining("must be doubled") as unknown },
      { line: 2, cells: ["d", "e"], problem: null },
    ]);
  });

  it("gives up on a line that is longer than any log's, and goes on behind it", () => {
    const long = "x".repeat(MAX_RECORD_LENGTH + 1);
    for (const text of [`a\n${long}\nb`, `a\n"${long}"\nb`, `a\n"${long}\nb`]) {
      for (const pieces of [[], [1000, 500_000, 400_000, 200_000]]) {
        const records = read(text, ",", pieces);
        expect(records.map(({ line, problem }) => [line, problem === null])).toEqual([
          [1, true],
          [2, false],
          [3, true],
        ]);
        expect(records[1]?.raw.length).toBeLessThanOrEqual(MAX_RECORD_LENGTH);
      }
    }
  });

  const anyCell = fc.string({
    unit: fc.constantFrom("a", "ü", "😀", " ", ",", ";", '"', "\n", "\r\n", "'"),
    maxLength: 6,
  });
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );

  it("reads back whatever another program writes, in pieces of any length", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        fc.array(fc.integer({ min: 1, max: 9 })),
        (rows, delimiter, recordDelimiter, pieces) => {
          const text = stringify(rows, {
            delimiter,
            record_delimiter: recordDelimiter,
            quoted_match: /[\r\n]/,
          });
          expect(read(text, delimiter, pieces).map((record) => record.cells)).toEqual(rows);
        },
      ),
    );
  });

  it("agrees with another reader on well-formed text, and with itself on any text in any pieces", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "\r"), maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 7 })),
        (text, pieces) => {
          const records = read(text, ",", pieces);
          expect(records).toEqual(read(text));
          const other = parseOrNull(text);
          if (other !== null && records.every(({ problem }) => problem === null)) {
            expect(records.map((record) => record.cells)).toEqual(other);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function parseOrNull(text: string): unknown {
  // A lone carriage return ends a line for some readers and is text for this one.
  if (/\r(?!\n)/.test(text)) return null;
  try {
    return parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n"],
    });
  } catch {
    return null;
  }
}
