import { describe, expect, test } from "vitest";
import type { Scenario } from "@/lib/contracts/scenarios";
import { prepareCommit } from "./prepare-commit";

const workflow = { id: "w1", slug: "heroes", name: "Heroes" };
const committed = {
  versionId: "v",
  versionNumber: 3,
  committedAt: "2026-10-01T10:00:00Z",
  committedBy: "Anna",
};
const other = (changes: Partial<Scenario>) =>
  ({ id: "s2", name: "Old plan", workflow, stage: "production", committed, ...changes }) as Scenario;
const scenario = { workflow, stage: "production" } as const;

describe("what committing means", () => {
  test("it replaces the forecast of the same workflow and stage, from the running month on", () => {
    const others = [other({ stage: "pilot" }), other({ committed: null }), other({ id: "s3" })];
    const meaning = prepareCommit(scenario, { startsOn: "2026-05-01" }, others, "2026-11-23");
    expect(meaning.replaces?.id).toBe("s3");
    expect(meaning).toMatchObject({ from: "2026-11", leavesOut: null });
  });

  test("a stage that begins later takes away the forecast of the months between, but not of the running one", () => {
    const meaning = prepareCommit(scenario, { startsOn: "2027-02-01" }, [other({})], "2026-11-23");
    expect(meaning).toMatchObject({ from: "2027-02", leavesOut: "December 2026 to January 2027" });
    expect(
      prepareCommit(scenario, { startsOn: "2026-12-15" }, [other({})], "2026-11-23").leavesOut,
    ).toBeNull();
  });

  test("where there was no forecast nothing is lost", () => {
    const meaning = prepareCommit(scenario, { startsOn: "2027-02-01" }, [], "2026-11-23");
    expect(meaning).toEqual({ replaces: null, from: "2027-02", leavesOut: null });
  });
});
