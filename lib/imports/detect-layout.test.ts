import { describe, expect, it } from "vitest";
import { detectEncoding } from "./detect-encoding";
import { detectLayout } from "./detect-layout";

describe("detectLayout", () => {
  it.each([
    ["id,model\na,b\n", ","],
    ["id;model\na;b,c\nd;e,f\n", ";"],
    ["id\tmodel\na\tb\n", "\t"],
    ["id|model\na|b\n", "|"],
    ['"id, the";model\n"a,b";c\n', ";"],
    ["id;model\r\na;b", ";"],
    ["only\n1\n2\n", ","],
  ])("finds the delimiter of %j", (text, delimiter) => {
    expect(detectLayout(text)).toMatchObject({ format: "csv", delimiter });
  });

  it("gives every column a name of its own", () => {
    expect(detectLayout(" id ,,id,id (2),\n1,2,3,4,5")).toMatchObject({
      columns: ["id", "column 2", "id (2)", "id (2) (2)", "column 5"],
    });
  });

  it("collects the keys of JSON lines", () => {
    expect(detectLayout('{"a":1,"u":{"b":2}}\nbroken\n{"c":3}')).toEqual({
      format: "jsonl",
      columns: ["a", "u.b", "c"],
    });
  });

  it.each([
    ["", "The file is empty"],
    [" \n\n", "The file is empty"],
    ["[{}]", "one JSON list"],
    ["PK\u0003\u0004rest", "spreadsheet"],
    ["\u001f\u008b", "compressed"],
    ["id,model\ra,b\r", "carriage return"],
    ["i\u0000d\u0000,\u0000", "not text"],
    ["{broken", "cannot be read"],
    ['"id,model\na,b', "no header"],
  ])("says what is wrong with %j", (text, problem) => {
    expect(detectLayout(text)).toEqual({ problem: expect.stringContaining(problem) as unknown });
  });
});

describe("detectEncoding", () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it.each([
    ["plain letters", [utf8("id,model")], "utf-8"],
    ["accents in UTF-8", [utf8("größe")], "utf-8"],
    ["a mark of UTF-8", [new Uint8Array([0xef, 0xbb, 0xbf, 0x61])], "utf-8"],
    ["a mark of UTF-16", [new Uint8Array([0xff, 0xfe, 0x61, 0])], "utf-16le"],
    ["the other mark of UTF-16", [new Uint8Array([0xfe, 0xff, 0, 0x61])], "utf-16be"],
    ["an accent in one byte", [new Uint8Array([0x67, 0xf6, 0x61])], "windows-1252"],
    ["a character cut in two between chunks", [utf8("ö").slice(0, 1), utf8("ö").slice(1)], "utf-8"],
    ["a character cut off by the end of the sample", [utf8("aö").slice(0, 2)], "utf-8"],
    ["an accent in one byte in a later chunk", [utf8("a"), new Uint8Array([0xf6, 0x61])], "windows-1252"],
  ] as const)("reads %s", (_, chunks, encoding) => {
    expect(detectEncoding(chunks)).toBe(encoding);
  });
});
