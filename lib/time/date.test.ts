import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dateRange, daysBetween, isDate } from "./date";
import { daysInMonth } from "./month";

test.each(["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a date", (text) => {
  expect(isDate(text)).toBe(true);
});

test.each([
  "2026-02-29",
  "1900-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-11-00",
  "2026-11-31",
  "0000-01-01",
  "2026-1-1",
  "20261123",
  " 2026-11-23",
  "2026-11-23T00:00",
  "+002026-11-23",
  "",
])("%j is not a date", (text) => {
  expect(isDate(text)).toBe(false);
});

test("days are counted across leap days and years", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
  expect(daysBetween("2025-01-01", "2026-01-01")).toBe(365);
  expect(daysBetween("2026-01-02", "2026-01-01")).toBe(-1);
  // Four centuries of the Gregorian calendar.
  expect(daysBetween("1600-03-01", "2000-03-01")).toBe(146_097);
});

test("a range holds both ends, and nothing when it runs backwards", () => {
  expect(dateRange("2026-02-27", "2026-03-02")).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
  ]);
  expect(dateRange("2026-03-02", "2026-03-02")).toEqual(["2026-03-02"]);
  expect(dateRange("2026-03-02", "2026-03-01")).toEqual([]);
});

test("walking day by day agrees with the lengths of the months", () => {
  let date = "1999-12-31";
  for (let year = 2000; year <= 2005; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const name = `${year}-${String(month).padStart(2, "0")}`;
      for (let day = 1; day <= daysInMonth(name); day += 1) {
        date = addDays(date, 1);
        expect(date).toBe(`${name}-${String(day).padStart(2, "0")}`);
      }
    }
  }
});

test("adding and counting days undo each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: -500_000, max: 500_000 }), (days) => {
      const date = addDays("2026-11-23", days);
      expect(isDate(date)).toBe(true);
      expect(daysBetween("2026-11-23", date)).toBe(days);
      expect(addDays(date, -days)).toBe("2026-11-23");
    }),
  );
});
