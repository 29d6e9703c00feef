import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvResponse } from "./csv-response";

describe("csvResponse", () => {
  it("keeps every cell as it was: quotes, commas, line breaks, accents, a leading minus", async () => {
    const rows = [
      ["name", "amount"],
      ['Say "cheese", now', "-0.650000000"],
      ["two\nlines", ""],
      ["Grün & Söhne 🎨", "1.000000000"],
    ];
    const response = csvResponse("pixelcast-demo-2026-11.csv", rows);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await response.arrayBuffer());
    expect(parse(text)).toEqual(rows);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toBe(
      'attachment; filename="pixelcast-demo-2026-11.csv"',
    );
  });

  it("asks for rows only as fast as they are read", async () => {
    let made = 0;
    function* endless() {
      for (;;) yield [String(made++), "x".repeat(1000)];
    }
    const reader = csvResponse("endless.csv", endless()).body?.getReader();
    await reader?.read();
    const afterOne = made;
    expect(afterOne).toBeGreaterThan(0);
    expect(afterOne).toBeLessThan(1000);
    await reader?.cancel();
  });
});
