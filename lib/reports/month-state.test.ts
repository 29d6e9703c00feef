import { describe, expect, it } from "vitest";
import { monthState, reportedPeriod } from "./month-state";

describe("monthState", () => {
  it("is told by today", () => {
    expect(monthState("2026-10", "2026-11-01")).toBe("past");
    expect(monthState("2026-11", "2026-11-30")).toBe("open");
    expect(monthState("2026-12", "2026-11-30")).toBe("future");
    expect(monthState("2026-12", "2027-01-01")).toBe("past");
  });
});

describe("reportedPeriod", () => {
  it("is the whole month, or what of it has begun", () => {
    expect(reportedPeriod("2028-02", "2028-03-01")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(reportedPeriod("2026-11", "2026-11-01")).toEqual({ from: "2026-11-01", to: "2026-11-01" });
    expect(reportedPeriod("2026-12", "2026-11-23")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  });
});
