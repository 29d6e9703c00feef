import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dateRange } from "@/lib/time";
import { wholeMonths } from "./whole-months";

test("a year up to today is its whole months and the days of the two that it cuts", () => {
  expect(wholeMonths({ from: "2025-11-28", to: "2026-11-27" })).toEqual({
    months: { from: "2025-12-01", to: "2026-10-31" },
    days: [
      { from: "2025-11-28", to: "2025-11-30" },
      { from: "2026-11-01", to: "2026-11-27" },
    ],
  });
});

test.each([
  [{ from: "2026-02-01", to: "2026-02-28" }, { from: "2026-02-01", to: "2026-02-28" }, []],
  [{ from: "2026-02-01", to: "2026-02-27" }, null, [{ from: "2026-02-01", to: "2026-02-27" }]],
  [{ from: "2026-01-31", to: "2026-02-27" }, null, [{ from: "2026-01-31", to: "2026-02-27" }]],
  [{}, { from: undefined, to: undefined }, []],
  [{ from: "2026-02-02" }, { from: "2026-03-01", to: undefined }, [{ from: "2026-02-02", to: "2026-02-28" }]],
  [{ to: "2026-02-02" }, { from: undefined, to: "2026-01-31" }, [{ from: "2026-02-01", to: "2026-02-02" }]],
])("%j", (span, months, days) => {
  expect(wholeMonths(span)).toEqual({ months, days });
});

test("whatever the span, each of its days is in one part, and months are whole", () => {
  const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays("2024-01-01", offset));
  fc.assert(
    fc.property(day, day, (from, to) => {
      const { months, days } = wholeMonths({ from, to });
      const parts = [...(months === null ? [] : [months]), ...days];
      const dates = parts.flatMap((part) => listDates(part.from ?? "", part.to ?? ""));
      expect(dates.toSorted()).toEqual(listDates(from, to));
      if (months !== null) {
        expect(months.from).toMatch(/-01$/);
        expect(addDays(months.to ?? "", 1)).toMatch(/-01$/);
      }
    }),
  );
});

function listDates(from: string, to: string): string[] {
  return from > to ? [] : dateRange(from, to);
}
