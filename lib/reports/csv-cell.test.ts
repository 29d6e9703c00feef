import { describe, expect, it } from "vitest";
import { parseUsd } from "@/lib/money";
import { amountCell, percentCell, textCell } from "./csv-cell";

describe("textCell", () => {
  it.each(["=1+1", "+49 30 1234", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "－1"])(
    "keeps a spreadsheet from running %j",
    (text) => expect(textCell(text)).toBe(`'${text}`),
  );

  it.each(["Landing page heroes", "a=b", "A-1", "Grün & Söhne", "", "'quoted'"])(
    "leaves %j as it is",
    (text) => expect(textCell(text)).toBe(text),
  );

  it("leaves the cell of nothing empty", () => {
    expect(textCell(null)).toBe("");
  });
});

describe("amountCell", () => {
  it("keeps nine decimals and a minus that adds up", () => {
    expect(amountCell(parseUsd("-2.08"))).toBe("-2.080000000");
    expect(amountCell(null)).toBe("");
  });
});

describe("percentCell", () => {
  it("puts basis points as per cent with two decimals", () => {
    expect([364, -65, 5, 0, -100, 123_456, null].map(percentCell)).toEqual([
      "3.64",
      "-0.65",
      "0.05",
      "0.00",
      "-1.00",
      "1234.56",
      "",
    ]);
  });
});
