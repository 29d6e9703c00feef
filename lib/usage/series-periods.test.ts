import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dateRange, daysBetween } from "@/lib/time";
import { mondayOf, previousSpan, seriesPeriods } from "./series-periods";

test("weeks begin on Monday, and those that the span cuts are marked", () => {
  // 23 November 2026 is a Monday.
  expect(seriesPeriods("2026-11-18", "2026-11-30", "week")).toEqual([
    { key: "2026-11-16", from: "2026-11-18", to: "2026-11-22", isPartial: true },
    { key: "2026-11-23", from: "2026-11-23", to: "2026-11-29", isPartial: false },
    { key: "2026-11-30", from: "2026-11-30", to: "2026-11-30", isPartial: true },
  ]);
  expect(mondayOf("1969-12-31")).toBe("1969-12-29");
});

test("months are whole or cut, days are always whole", () => {
  expect(seriesPeriods("2026-10-01", "2026-11-23", "month")).toEqual([
    { key: "2026-10", from: "2026-10-01", to: "2026-10-31", isPartial: false },
    { key: "2026-11", from: "2026-11-01", to: "2026-11-23", isPartial: true },
  ]);
  expect(seriesPeriods("2026-11-22", "2026-11-23", "day").map(({ key }) => key)).toEqual([
    "2026-11-22",
    "2026-11-23",
  ]);
  expect(seriesPeriods("2026-11-23", "2026-11-22", "day")).toEqual([]);
});

const span = fc
  .tuple(fc.integer({ min: -9000, max: 30_000 }), fc.integer({ min: 0, max: 800 }))
  .map(([start, length]) => {
    const from = addDays("2000-01-01", start);
    return { from, to: addDays(from, length) };
  });
const interval = fc.constantFrom("day" as const, "week" as const, "month" as const);

test("the periods hold every day of the span once", () => {
  fc.assert(
    fc.property(span, interval, ({ from, to }, by) => {
      const days = seriesPeriods(from, to, by).flatMap((period) => dateRange(period.from, period.to));
      expect(days).toEqual(dateRange(from, to));
    }),
  );
});

test("a span is compared with as many days before it", () => {
  expect(previousSpan({ from: "2026-11-01", to: "2026-11-23" }, "day")).toEqual({
    from: "2026-10-09",
    to: "2026-10-31",
    shift: { days: 23 },
  });
  fc.assert(
    fc.property(span, ({ from, to }) => {
      const before = previousSpan({ from, to }, "week");
      expect(addDays(before.to, 1)).toBe(from);
      expect(daysBetween(before.from, before.to)).toBe(daysBetween(from, to));
    }),
  );
});

test("whole months by month are compared with as many months", () => {
  expect(previousSpan({ from: "2026-01-01", to: "2026-03-31" }, "month")).toEqual({
    from: "2025-10-01",
    to: "2025-12-31",
    shift: { months: 3 },
  });
  expect(previousSpan({ from: "2026-01-01", to: "2026-03-31" }, "day").from).toBe("2025-10-03");
});
