import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOfEpochDay, isDate } from "./date";
import {
  addMonths,
  dayMonthsBefore,
  daysInMonth,
  firstDay,
  isMonth,
  lastDay,
  monthOf,
  monthRange,
  monthsBetween,
} from "./month";

test("a month is four digits, a hyphen and one of twelve", () => {
  expect(isMonth("2026-11")).toBe(true);
  for (const text of ["2026-13", "2026-00", "2026-1", "2026-11-01", "0000-01", "202611", ""]) {
    expect(isMonth(text)).toBe(false);
  }
});

test.each([
  ["2026-11", 0, "2026-11"],
  ["2026-11", 1, "2026-12"],
  ["2026-11", 2, "2027-01"],
  ["2026-11", 14, "2028-01"],
  ["2026-01", -1, "2025-12"],
  ["2026-01", -13, "2024-12"],
  ["0999-12", 1, "1000-01"],
])("%s and %i months is %s", (month, months, result) => {
  expect(addMonths(month, months)).toBe(result);
  expect(monthsBetween(month, result)).toBe(months);
});

test.each([
  ["2024-02", 29],
  ["2026-02", 28],
  ["1900-02", 28],
  ["2000-02", 29],
  ["2026-04", 30],
  ["2026-12", 31],
])("%s has %i days", (month, days) => {
  expect(daysInMonth(month)).toBe(days);
});

test("the last day is a date, and the day after it is not", () => {
  for (const month of monthRange("1999-01", "2004-12")) {
    expect(isDate(firstDay(month))).toBe(true);
    expect(isDate(lastDay(month))).toBe(true);
    expect(isDate(`${month}-${daysInMonth(month) + 1}`)).toBe(false);
    expect(monthOf(lastDay(month))).toBe(month);
  }
});

test("a range holds both ends, and nothing when it runs backwards", () => {
  expect(monthRange("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(monthRange("2026-11", "2026-11")).toEqual(["2026-11"]);
  expect(monthRange("2026-11", "2026-10")).toEqual([]);
});

test("adding and counting months undo each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (months) => {
      const month = addMonths("2026-11", months);
      expect(isMonth(month)).toBe(true);
      expect(monthsBetween("2026-11", month)).toBe(months);
    }),
  );
});

test.each([
  ["2026-11-28", 12, "2025-11-28"],
  ["2026-03-31", 1, "2026-02-28"],
  ["2024-03-31", 1, "2024-02-29"],
  ["2024-02-29", 12, "2023-02-28"],
  ["2026-01-01", 1, "2025-12-01"],
])("%s less %i months is %s", (date, months, result) => {
  expect(dayMonthsBefore(date, months)).toBe(result);
});

test("a day that is months old stays so on every later day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (day, months) => {
      const [today, tomorrow] = [day, day + 1].map((each) => dateOfEpochDay(each));
      const [earlier, later] = [today, tomorrow].map((date) => dayMonthsBefore(date ?? "", months));
      expect(isDate(earlier ?? "")).toBe(true);
      expect((earlier ?? "") <= (later ?? "")).toBe(true);
    }),
  );
});
