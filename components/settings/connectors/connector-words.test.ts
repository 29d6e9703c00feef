import { expect, test } from "vitest";
import type { Connector, ConnectorRun } from "@/lib/contracts/connectors";
import { connectorState, runSummary } from "./connector-words";

const run = (rows: Partial<ConnectorRun>) =>
  ({
    rowsCreated: 0,
    rowsExisting: 0,
    rowsConflict: 0,
    rowsRejected: 0,
    rowsSkipped: 0,
    rowsReported: 0,
    ...rows,
  }) as ConnectorRun;

test.each([
  [{}, "0 new calls"],
  [{ rowsCreated: 1 }, "1 new call"],
  [{ rowsCreated: 1200, rowsExisting: 3, rowsSkipped: 7 }, "1,200 new calls, 3 known, 7 not about images"],
  [{ rowsReported: 48 }, "48 reported rows"],
  [{ rowsConflict: 1, rowsRejected: 2 }, "0 new calls, 1 conflict, 2 not readable"],
])("a reading of %j: %s", (rows, words) => {
  expect(runSummary(run(rows))).toBe(words);
});

test.each([
  [{ paused: true, state: "failing" }, "Paused"],
  [{ state: "failing", reading: true }, "Failing"],
  [{ state: "importing", reading: true }, "Importing"],
  [{ state: "stable", reading: true }, "Reading"],
  [{ state: "stable", problem: "slow", nextRunAt: "2026-11-20T12:00:00Z" }, "Waiting"],
  [{ state: "stable" }, "Stable"],
] as const)("a connector with %j is %s", (facts, label) => {
  const none = { paused: false, state: "stable", reading: false, problem: null, nextRunAt: null };
  expect(connectorState({ ...none, ...facts } as Connector).label).toBe(label);
});
