import { describe, expect, it } from "vitest";
import { weekdayOf } from "./weekday";

describe("weekdayOf", () => {
  it.each([
    ["2026-11-23", 1],
    ["2000-01-01", 6],
    ["1969-07-20", 7],
    ["2024-02-29", 4],
  ])("%s is day %i of its week", (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });
});
