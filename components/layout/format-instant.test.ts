import { describe, expect, it } from "vitest";
import { formatInstant, localClock } from "./format-instant";

describe("formatInstant", () => {
  it("reads the clock of the zone, not of the machine", () => {
    expect(formatInstant("2026-11-23T13:05:00Z", "Europe/Berlin")).toBe("23 Nov 2026, 14:05");
    expect(formatInstant("2026-11-23T18:20:00Z", "Asia/Kathmandu")).toBe("24 Nov 2026, 00:05");
    expect(formatInstant("2026-07-01T03:30:00+02:00", "America/Los_Angeles")).toBe("30 Jun 2026, 18:30");
  });

  it("writes midnight as 00", () => {
    expect(localClock("2026-11-23T00:00:00Z", "UTC")).toEqual({ date: "2026-11-23", time: "00:00" });
  });
});
