import { expect, test } from "vitest";
import { formatDateRange, formatDayOfMonth } from "./format-range";

test.each([
  ["2026-11-01", "2026-11-23", "1–23 Nov 2026"],
  ["2026-10-28", "2026-11-03", "28 Oct – 3 Nov 2026"],
  ["2025-12-28", "2026-01-03", "28 Dec 2025 – 3 Jan 2026"],
  ["2026-11-23", "2026-11-23", "23 Nov 2026"],
])("%s to %s is written %s", (from, to, text) => {
  expect(formatDateRange(from, to)).toBe(text);
});

test("a day is named without its year where that is said already", () => {
  expect(formatDayOfMonth("2026-02-03")).toBe("3 Feb");
});
