import { describe, expect, it } from "vitest";
import type { Scenario, Workflow } from "@/lib/contracts/scenarios";
import { averageMonthNanoUsd, prepareBoard, spanText } from "./prepare-board";

const workflow = (id: string, name: string) => ({ id, name }) as Workflow;
const scenario = (workflowId: string, stage: Scenario["stage"]) =>
  ({ id: `${workflowId}-${stage}`, workflow: { id: workflowId }, stage }) as Scenario;

describe("prepareBoard", () => {
  it("puts each scenario in its workflow's row and its stage's column", () => {
    const rows = prepareBoard(
      [workflow("a", "Newsletters"), workflow("b", "Avatars"), workflow("c", "Archive")],
      [scenario("a", "pilot"), scenario("b", "prototype"), scenario("b", "prototype")],
    );
    expect(rows.map((row) => row.workflow.name)).toEqual(["Avatars", "Newsletters", "Archive"]);
    expect(rows[0]?.cells.prototype).toHaveLength(2);
    expect(rows[1]?.cells.pilot).toHaveLength(1);
    expect(rows[2]?.cells).toEqual({ prototype: [], pilot: [], production: [] });
  });
});

describe("averageMonthNanoUsd", () => {
  const drivers = { startsOn: "2027-01-15", lengthMonths: 3 } as Scenario["drivers"];

  it("divides by the stage's months, not by the calendar months it touches", () => {
    const projection = { status: "priced", totalNanoUsd: "10" } as Scenario["projection"];
    // 10 / 3 = 3.33…, to the nearest nano-dollar.
    expect(averageMonthNanoUsd({ projection, drivers })).toBe(3n);
  });

  it("is not known while a price is not", () => {
    expect(averageMonthNanoUsd({ projection: { status: "unpriced", problems: [] }, drivers })).toBeNull();
  });

  it("names the last day inside", () => {
    expect(spanText(drivers)).toBe("15 Jan 2027 – 14 Apr 2027");
  });
});
