import { expect, test } from "vitest";
import { formatDate, formatMonth, formatShortMonth } from "./format";
import { firstDay, monthRange } from "./month";

test("dates and months as people read them", () => {
  expect(formatDate("2026-11-23")).toBe("23 Nov 2026");
  expect(formatDate("2026-05-01")).toBe("1 May 2026");
  expect(formatMonth("2026-11")).toBe("November 2026");
  expect(formatShortMonth("2026-09")).toBe("Sep");
});

test("the names of the months are those of Intl", () => {
  const long = new Intl.DateTimeFormat("en-US", { month: "long", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });
  for (const month of monthRange("2026-01", "2026-12")) {
    const date = new Date(`${firstDay(month)}T00:00:00Z`);
    expect(formatMonth(month)).toBe(`${long.format(date)} 2026`);
    expect(formatShortMonth(month)).toBe(short.format(date));
  }
});
