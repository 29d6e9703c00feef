import fc from "fast-check";
import { expect, test } from "vitest";
import { parseInstant } from "./parse-instant";
import { localDate } from "./zone";

function read(text: string, timeZone = "UTC"): string {
  const reading = parseInstant(text, timeZone);
  return "problem" in reading ? reading.problem : new Date(reading.epochMs).toISOString();
}

test.each([
  ["2026-11-03T10:22:41.120Z", "2026-11-03T10:22:41.120Z"],
  ["2026-11-03T10:22:41Z", "2026-11-03T10:22:41.000Z"],
  ["2026-11-03T10:22Z", "2026-11-03T10:22:00.000Z"],
  ["2026-11-03t10:22:41z", "2026-11-03T10:22:41.000Z"],
  ["2026-11-03T10:22:41+05:45", "2026-11-03T04:37:41.000Z"],
  ["2026-11-03T10:22:41-0800", "2026-11-03T18:22:41.000Z"],
  ["2026-11-03 10:22:41.123456+00", "2026-11-03T10:22:41.123Z"],
  ["2026-11-03 10:22:41 UTC", "2026-11-03T10:22:41.000Z"],
  ["2026-11-03 10:22:41,5 GMT", "2026-11-03T10:22:41.500Z"],
  ["  2026-11-03T10:22:41Z\t", "2026-11-03T10:22:41.000Z"],
  ["1762165361", "2025-11-03T10:22:41.000Z"],
  ["1762165361.5", "2025-11-03T10:22:41.500Z"],
  ["1762165361120", "2025-11-03T10:22:41.120Z"],
])("%j says its own moment, in any zone", (text, instant) => {
  expect(read(text, "UTC")).toBe(instant);
  expect(read(text, "Australia/Lord_Howe")).toBe(instant);
});

test.each([
  ["2024-11-15 16:57:50", "Asia/Shanghai", "2024-11-15T08:57:50.000Z"],
  ["2024-11-15T16:57:50.25", "Asia/Kathmandu", "2024-11-15T11:12:50.250Z"],
  ["2026/11/03 10:22", "UTC", "2026-11-03T10:22:00.000Z"],
  ["2026-11-03", "America/Los_Angeles", "2026-11-03T08:00:00.000Z"],
  ["2026-07-03 00:00:00", "America/Los_Angeles", "2026-07-03T07:00:00.000Z"],
  ["2026-03-08 01:59:59", "America/Los_Angeles", "2026-03-08T09:59:59.000Z"],
  ["2026-03-08 03:00:00", "America/Los_Angeles", "2026-03-08T10:00:00.000Z"],
])("%j on the clocks of %s is %s", (text, timeZone, instant) => {
  expect(read(text, timeZone)).toBe(instant);
});

test("a time that clocks jumped over is a problem", () => {
  expect(read("2026-03-08 02:30:00", "America/Los_Angeles")).toBe(
    "2026-03-08 02:30:00 does not exist in America/Los_Angeles: its clocks jumped over it",
  );
  expect(read("2026-10-04 02:15:00", "Australia/Lord_Howe")).toMatch(/does not exist/);
});

test("a time that happened twice is read as the first, and said to be so", () => {
  expect(parseInstant("2026-11-01 01:30:00", "America/Los_Angeles")).toEqual({
    epochMs: Date.parse("2026-11-01T08:30:00Z"),
    isAmbiguous: true,
  });
  expect(parseInstant("2026-04-05 01:45:00", "Australia/Lord_Howe")).toEqual({
    epochMs: Date.parse("2026-04-04T14:45:00Z"),
    isAmbiguous: true,
  });
  expect(parseInstant("2026-11-01 02:30:00", "America/Los_Angeles")).toEqual({
    epochMs: Date.parse("2026-11-01T10:30:00Z"),
    isAmbiguous: false,
  });
});

test.each([
  "",
  "yesterday",
  "11/03/2026 10:22",
  "2026-02-29 10:00:00",
  "2026-13-01",
  "2026-11-03 24:00:00",
  "2026-11-03 10:60:00",
  "2026-11-03 10:22:60",
  "2026-11-03T10:22:41+24:00",
  "2026-11-03 1:22:41",
  "20261103",
  "17621653",
  "-1762165361",
  "1762165361120000",
  "1e12",
  "x".repeat(10_000),
])("%j is a problem", (text) => {
  const reading = parseInstant(text, "UTC");
  expect(reading).toHaveProperty("problem");
  expect(JSON.stringify(reading).length).toBeLessThan(150);
});

test("a local time lands on its own date, and what it says comes back out of Intl", () => {
  const zones = fc.constantFrom("UTC", "Asia/Kathmandu", "America/Los_Angeles", "Australia/Lord_Howe");
  const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minutes, zones, (minute, timeZone) => {
      const text = new Date(minute * 60_000).toISOString().slice(0, 16).replace("T", " ");
      const reading = parseInstant(text, timeZone);
      if ("problem" in reading) {
        expect(reading.problem).toMatch(/does not exist/);
        return;
      }
      expect(localDate(reading.epochMs, timeZone)).toBe(text.slice(0, 10));
      const wall = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
      expect(wall.format(reading.epochMs)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test("an instant as JavaScript writes it is read, or refused, like the same one with another offset", () => {
  const upTo = (most: number, digits: number) =>
    fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(digits, "0"));
  const parts = fc.tuple(
    fc.constantFrom("0000", "0001", "1969", "1970", "2024", "2026", "9999"),
    upTo(13, 2),
    upTo(32, 2),
    upTo(25, 2),
    upTo(61, 2),
    upTo(61, 2),
    upTo(999, 3),
  );
  fc.assert(
    fc.property(parts, ([year, month, day, hour, minute, second, millisecond]) => {
      const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}`;
      expect(parseInstant(`${wall}Z`, "UTC")).toEqual(parseInstant(`${wall}+00`, "UTC"));
    }),
    { numRuns: 1000 },
  );
});
