import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./date";
import { isTimeZone, listTimeZones } from "./time-zones";
import { localDate, startOfDay } from "./zone";

// Kathmandu is 5:45 ahead, Lord Howe moves its clocks by half an hour, Apia left out a day, Sao Paulo and Beirut
// moved theirs at midnight, and Monrovia's offset had seconds in it.
const ZONES = [
  "UTC",
  "Asia/Kathmandu",
  "America/Los_Angeles",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Asia/Beirut",
  "Africa/Casablanca",
  "Africa/Monrovia",
];

const formats = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }),
  ]),
);

function intlDate(instantMs: number, timeZone: string): string {
  return formats.get(timeZone)!.format(instantMs);
}

const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: Date.UTC(1970, 5, 1), max: Date.UTC(2037, 0, 1) });

describe("localDate", () => {
  test.each([
    ["2026-11-03T23:59:59.999Z", "UTC", "2026-11-03"],
    ["2026-11-03T18:14:59.999Z", "Asia/Kathmandu", "2026-11-03"],
    ["2026-11-03T18:15:00.000Z", "Asia/Kathmandu", "2026-11-04"],
    // Los Angeles leaves daylight saving time on 1 November 2026.
    ["2026-11-01T06:59:59.999Z", "America/Los_Angeles", "2026-10-31"],
    ["2026-11-01T07:00:00.000Z", "America/Los_Angeles", "2026-11-01"],
    ["2026-11-02T07:59:59.999Z", "America/Los_Angeles", "2026-11-01"],
    ["2026-11-02T08:00:00.000Z", "America/Los_Angeles", "2026-11-02"],
    ["2026-07-01T13:29:59.999Z", "Australia/Lord_Howe", "2026-07-01"],
    ["2026-07-01T13:30:00.000Z", "Australia/Lord_Howe", "2026-07-02"],
    ["2026-12-01T13:00:00.000Z", "Australia/Lord_Howe", "2026-12-02"],
  ])("%s in %s is %s", (instant, timeZone, date) => {
    expect(localDate(Date.parse(instant), timeZone)).toBe(date);
  });

  test("agrees with Intl at any instant", () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        expect(localDate(instant, timeZone)).toBe(intlDate(instant, timeZone));
      }),
      { numRuns: 2000 },
    );
  });

  test("agrees with Intl around every half hour of the days on which clocks move", () => {
    const halfHour = 1_800_000;
    for (const timeZone of ZONES) {
      for (const month of [2, 3, 9, 10]) {
        const from = Date.UTC(2026, month, 1);
        for (let instant = from; instant < from + 10 * 86_400_000; instant += halfHour) {
          for (const near of [instant - 1, instant]) {
            expect(localDate(near, timeZone)).toBe(intlDate(near, timeZone));
          }
        }
      }
    }
  });

  test("an instant at which clocks move does not lend its offset to the days before", () => {
    expect(localDate(Date.parse("2026-03-29T01:00:00Z"), "Europe/Berlin")).toBe("2026-03-29");
    expect(localDate(Date.parse("2026-03-28T22:30:00Z"), "Europe/Berlin")).toBe("2026-03-28");
    expect(localDate(Date.parse("2026-03-29T22:30:00Z"), "Europe/Berlin")).toBe("2026-03-30");
  });

  test("an unknown zone is refused", () => {
    expect(() => localDate(0, "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("startOfDay", () => {
  test.each([
    ["2026-11-03", "UTC", "2026-11-03T00:00:00.000Z"],
    ["2026-11-03", "Asia/Kathmandu", "2026-11-02T18:15:00.000Z"],
    ["2026-11-02", "America/Los_Angeles", "2026-11-02T08:00:00.000Z"],
    ["2026-11-01", "America/Los_Angeles", "2026-11-01T07:00:00.000Z"],
    // Clocks went from 23:59 on the 3rd straight to 01:00, three hours behind UTC before that.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    // Samoa crossed the date line and never had a 30 December 2011.
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
  ])("%s in %s begins at %s", (date, timeZone, instant) => {
    expect(new Date(startOfDay(date, timeZone)).toISOString()).toBe(instant);
  });

  test("is the first instant of its date, and every instant lies in its own day", () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        const date = localDate(instant, timeZone);
        const start = startOfDay(date, timeZone);
        expect(start <= instant).toBe(true);
        expect(instant < startOfDay(addDays(date, 1), timeZone)).toBe(true);
        expect(intlDate(start, timeZone)).toBe(date);
        expect(intlDate(start - 1, timeZone) < date).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("time zones", () => {
  test.each(["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])(
    "%s is one",
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  test.each([
    "",
    "Mars/Olympus",
    "+05:45",
    "05:45",
    "UTC ",
    "../etc/passwd",
    "Europe/Berlin\n",
    "x".repeat(100),
  ])("%j is none", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  test("those listed are known, each once, UTC first", () => {
    const names = listTimeZones();
    expect(names[0]).toBe("UTC");
    expect(names.length).toBeGreaterThan(300);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !isTimeZone(name))).toEqual([]);
  });
});
