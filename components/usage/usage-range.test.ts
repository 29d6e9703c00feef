import { describe, expect, test } from "vitest";
import { type RangeInput, resolveInterval, resolveRange } from "./usage-range";

const asked = (input: Partial<RangeInput>) =>
  resolveRange({
    preset: "30-days",
    from: null,
    to: null,
    today: "2026-11-23",
    firstDate: "2026-01-10",
    lastDate: "2026-11-22",
    ...input,
  });

describe("the days that an address asks for", () => {
  test.each([
    ["this-month", "2026-11-01", "2026-11-23"],
    ["last-month", "2026-10-01", "2026-10-31"],
    ["30-days", "2026-10-25", "2026-11-23"],
    ["90-days", "2026-08-26", "2026-11-23"],
    ["12-months", "2025-12-01", "2026-11-23"],
    ["all", "2026-01-10", "2026-11-23"],
  ] as const)("%s are %s to %s", (preset, from, to) => {
    expect(asked({ preset })).toEqual({ preset, from, to });
  });

  test("all time reaches calls that are dated after today, and is today without a call", () => {
    expect(asked({ preset: "all", lastDate: "2026-12-02" }).to).toBe("2026-12-02");
    expect(asked({ preset: "all", firstDate: null, lastDate: null })).toMatchObject({
      from: "2026-11-23",
      to: "2026-11-23",
    });
  });

  test("dates of one's own win over the preset, in whichever order", () => {
    expect(asked({ from: "2026-03-05", to: "2026-02-01" })).toEqual({
      preset: null,
      from: "2026-02-01",
      to: "2026-03-05",
    });
    expect(asked({ from: "2026-03-05" })).toEqual({ preset: null, from: "2026-03-05", to: "2026-11-23" });
    expect(asked({ to: "2026-03-05" })).toEqual({ preset: null, from: "2026-01-10", to: "2026-03-05" });
    expect(asked({ from: "2027-03-05" })).toEqual({ preset: null, from: "2027-03-05", to: "2027-03-05" });
  });
});

describe("the interval", () => {
  const span = (from: string, to: string) => ({ preset: null, from, to });

  test("suits the span unless asked for", () => {
    expect(resolveInterval(span("2026-09-01", "2026-11-23"), null)).toBe("day");
    expect(resolveInterval(span("2026-08-01", "2026-11-23"), null)).toBe("month");
    expect(resolveInterval(span("2026-08-01", "2026-11-23"), "day")).toBe("day");
    expect(resolveInterval(span("2026-11-01", "2026-11-23"), "month")).toBe("month");
  });

  test("is never a day where there are too many", () => {
    expect(resolveInterval(span("2024-11-01", "2026-11-23"), "day")).toBe("month");
  });
});
