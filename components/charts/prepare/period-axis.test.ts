import { describe, expect, test } from "vitest";
import { dateRange, monthRange } from "@/lib/time";
import { prepareAxisGroups, prepareAxisLabels, preparePeriods } from "./period-axis";

const months = preparePeriods(monthRange("2026-10", "2027-03"));
const days = preparePeriods(dateRange("2026-10-30", "2026-11-02"));

describe("a time axis", () => {
  test("names months in short below and in full in a tooltip", () => {
    expect(months[0]).toEqual({ key: "2026-10", label: "Oct", longLabel: "October 2026" });
    expect(days[2]).toEqual({ key: "2026-11-01", label: "1", longLabel: "1 Nov 2026" });
  });

  test("writes every label where there is room and fewer where there is not", () => {
    expect(prepareAxisLabels(months, 60).map((label) => label.text)).toHaveLength(6);
    expect(prepareAxisLabels(months, 20).map((label) => label.text)).toEqual(["Oct", "Dec", "Feb"]);
    expect(
      prepareAxisLabels(preparePeriods(dateRange("2026-11-01", "2026-11-30")), 10).map((l) => l.text),
    ).toEqual([..."1 4 7 10 13 16 19 22 25 28".split(" ")]);
  });

  test("does not number the days of a year", () => {
    expect(prepareAxisLabels(preparePeriods(dateRange("2026-01-01", "2026-12-31")), 3)).toEqual([]);
    expect(prepareAxisLabels([], 10)).toEqual([]);
  });

  test("groups months by year and days by month", () => {
    expect(prepareAxisGroups(months, 40)).toEqual([
      { text: "2026", first: 0, last: 2 },
      { text: "2027", first: 3, last: 5 },
    ]);
    expect(prepareAxisGroups(days, 20)).toEqual([
      { text: "Oct", first: 0, last: 1 },
      { text: "Nov", first: 2, last: 3 },
    ]);
  });

  test("names every second month of a year of days on a phone", () => {
    const year = preparePeriods(dateRange("2026-01-01", "2026-12-31"));
    expect(prepareAxisGroups(year, 0.9).map((group) => group.text)).toEqual([
      ..."Jan Mar May Jul Sep Nov".split(" "),
    ]);
  });
});
