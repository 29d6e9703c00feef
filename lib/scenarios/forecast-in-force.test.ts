import { describe, expect, test } from "vitest";
import { currentForecasts, forecastsInForce, type Commitment } from "./forecast-in-force";

const at = (date: string) => Date.parse(`${date}T12:00:00Z`);
const MONTHS = {
  "2026-12": { month: "2026-12", startsAt: Date.parse("2026-12-01"), endsAt: Date.parse("2027-01-01") },
  "2027-01": { month: "2027-01", startsAt: Date.parse("2027-01-01"), endsAt: Date.parse("2027-02-01") },
  "2027-02": { month: "2027-02", startsAt: Date.parse("2027-02-01"), endsAt: Date.parse("2027-03-01") },
  "2027-03": { month: "2027-03", startsAt: Date.parse("2027-03-01"), endsAt: Date.parse("2027-04-01") },
  "2027-06": { month: "2027-06", startsAt: Date.parse("2027-06-01"), endsAt: Date.parse("2027-07-01") },
};

function commitment(id: string, committedOn: string, changes: Partial<Commitment> = {}): Commitment {
  return {
    id,
    workflowId: "heroes",
    stage: "pilot",
    firstMonth: "2027-01",
    committedAt: at(committedOn),
    withdrawnAt: null,
    ...changes,
  };
}

function inForce(commitments: Commitment[], month: keyof typeof MONTHS, now = "2027-12-31"): string | null {
  return forecastsInForce(commitments, MONTHS[month], at(now))[0]?.id ?? null;
}

describe("forecastsInForce", () => {
  test("a month keeps the last forecast that was made before it ended", () => {
    const all = [
      commitment("first", "2026-12-20"),
      commitment("third", "2027-03-02"),
      commitment("second", "2027-01-31"),
    ];
    expect(inForce(all, "2027-01")).toBe("second");
    expect(inForce(all, "2027-02")).toBe("second");
    expect(inForce(all, "2027-03")).toBe("third");
    expect(inForce(all, "2027-06")).toBe("third");
  });

  test("the first instant of the next month is too late", () => {
    const edge = commitment("edge", "2027-01-01", { committedAt: MONTHS["2027-01"].endsAt });
    expect(inForce([commitment("before", "2026-12-20"), edge], "2027-01")).toBe("before");
    expect(inForce([commitment("before", "2026-12-20"), edge], "2027-02")).toBe("edge");
  });

  test("months before the first forecast are measured against it", () => {
    const all = [commitment("first", "2027-02-10"), commitment("second", "2027-03-10")];
    expect(inForce(all, "2027-01")).toBe("first");
  });

  test("a withdrawal leaves the months that ended before it, and brings back the one before", () => {
    const withdrawn = commitment("withdrawn", "2027-01-10", { withdrawnAt: at("2027-02-15") });
    expect(inForce([withdrawn], "2027-01")).toBe("withdrawn");
    expect(inForce([withdrawn], "2027-02")).toBeNull();
    expect(inForce([withdrawn, commitment("before", "2026-12-20")], "2027-02")).toBe("before");
    expect(inForce([withdrawn, commitment("after", "2027-03-05")], "2027-02")).toBe("after");
  });

  test("a withdrawn forecast is not brought back for the months before it was made", () => {
    const withdrawn = commitment("withdrawn", "2027-02-10", { withdrawnAt: at("2027-02-11") });
    expect(inForce([withdrawn], "2027-01")).toBeNull();
    expect(inForce([withdrawn, commitment("next", "2027-03-10")], "2027-01")).toBe("next");
  });

  test("only what is known at the time counts", () => {
    const all = [
      commitment("first", "2026-12-20"),
      commitment("second", "2027-01-20", { withdrawnAt: at("2027-01-25") }),
    ];
    expect(inForce(all, "2027-01", "2027-01-19")).toBe("first");
    expect(inForce(all, "2027-01", "2027-01-24")).toBe("second");
    expect(inForce(all, "2027-01", "2027-01-26")).toBe("first");
    expect(inForce(all, "2027-06", "2026-12-19")).toBeNull();
  });

  test("planning the next quarter leaves the running month its forecast", () => {
    const all = [
      commitment("this quarter", "2026-12-20"),
      commitment("next quarter", "2027-02-10", { firstMonth: "2027-03" }),
    ];
    expect(inForce(all, "2027-01")).toBe("this quarter");
    expect(inForce(all, "2027-02")).toBe("this quarter");
    expect(inForce(all, "2027-03")).toBe("next quarter");
  });

  test("a stage that is put off before it begins leaves its old months empty", () => {
    const all = [
      commitment("from January", "2026-12-10"),
      commitment("from March", "2026-12-20", { firstMonth: "2027-03" }),
    ];
    expect(inForce(all, "2027-01")).toBe("from March");
  });
});

test("each workflow and stage has its own", () => {
  const all = [
    commitment("pilot", "2026-12-20"),
    commitment("production", "2026-12-21", { stage: "production" }),
    commitment("other workflow", "2026-12-22", { workflowId: "banners" }),
  ];
  const found = forecastsInForce(all, MONTHS["2027-01"], at("2027-12-31"));
  expect(found.map(({ id }) => id)).toEqual(["pilot", "production", "other workflow"]);
});

describe("currentForecasts", () => {
  test("the newest that was not withdrawn, for each workflow and stage", () => {
    const current = currentForecasts([
      commitment("old", "2027-01-01"),
      commitment("new", "2027-02-01"),
      commitment("withdrawn", "2027-03-01", { withdrawnAt: at("2027-03-02") }),
      commitment("production", "2027-01-01", { stage: "production" }),
      commitment("other workflow", "2026-01-01", { workflowId: "banners" }),
      commitment("gone", "2026-01-01", { workflowId: "icons", withdrawnAt: at("2026-02-01") }),
    ]);
    expect(current.map(({ id }) => id)).toEqual(["new", "production", "other workflow"]);
  });
});
