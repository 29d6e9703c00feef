import { expect, test } from "vitest";
import { prepareStageTimeline } from "./stage-timeline";

const span = (stage: "prototype" | "pilot" | "production", from: string, to: string) => ({
  stage,
  scenarioId: `sc_${stage}`,
  from,
  to,
  committed: true,
});
const workflow = { id: "wf_1", slug: "heroes", name: "Heroes" };

test("lays stages on one track from the first day to the last", () => {
  const timeline = prepareStageTimeline(
    [
      {
        workflow,
        spans: [span("prototype", "2026-11-01", "2026-11-05"), span("pilot", "2026-11-06", "2026-11-10")],
      },
    ],
    "2026-11-07",
  );
  expect(
    timeline?.rows[0]?.spans.map(({ leftPercent, widthPercent }) => [leftPercent, widthPercent]),
  ).toEqual([
    [0, 50],
    [50, 50],
  ]);
  // The middle of the seventh of ten days.
  expect(timeline?.todayPercent).toBe(65);
  expect(timeline?.rows[0]?.current?.stage).toBe("pilot");
});

test("reaches back to today when every stage is yet to come", () => {
  const timeline = prepareStageTimeline(
    [{ workflow, spans: [span("pilot", "2026-12-01", "2026-12-31")] }],
    "2026-11-30",
  );
  expect(timeline?.from).toBe("2026-11-30");
  expect(timeline?.rows[0]?.current).toBeNull();
});

test("marks no day after the last stage, and is nothing without stages", () => {
  const past = prepareStageTimeline(
    [{ workflow, spans: [span("pilot", "2026-01-01", "2026-02-28")] }],
    "2026-11-30",
  );
  expect(past?.todayPercent).toBeNull();
  expect(prepareStageTimeline([{ workflow, spans: [] }], "2026-11-30")).toBeNull();
});
