import { describe, expect, test } from "vitest";
import { amountCell, chartCsv, textCell } from "./chart-table";

describe("the table of a chart", () => {
  test("shows cents and keeps the exact amount for the file", () => {
    expect(amountCell("3412184999999")).toEqual({ text: "$3,412.18", raw: "3412.184999999" });
  });

  test("shows a dash for what is missing and leaves the field empty, which is not a zero", () => {
    expect(amountCell(null)).toEqual({ text: "—", raw: "" });
    expect(amountCell("0")).toEqual({ text: "$0.00", raw: "0.000000000" });
  });

  test("writes header, rows and total, with quotes where they are needed", () => {
    const csv = chartCsv({
      columns: [
        { name: "Workflow", isNumeric: false },
        { name: "Actual", isNumeric: true },
      ],
      rows: [
        [textCell('Heroes, "large"'), amountCell("1000000000")],
        [textCell("=1+1"), amountCell("-500000000")],
      ],
      total: [textCell("Total"), amountCell("500000000")],
    });
    expect(csv).toBe(
      'Workflow,Actual (USD)\r\n"Heroes, ""large""",1.000000000\r\n\'=1+1,-0.500000000\r\nTotal,0.500000000\r\n',
    );
  });
});
