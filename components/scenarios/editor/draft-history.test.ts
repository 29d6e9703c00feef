import { describe, expect, test } from "vitest";
import { draftHistory, startHistory, type DraftHistory } from "./draft-history";
import { drivers } from "./testing/drivers";

const draft = { name: "A", purpose: { mustProve: "", criteria: [] }, drivers: drivers() };

function set(history: DraftHistory, key: string, requests: number, atMs: number): DraftHistory {
  return draftHistory(history, {
    kind: "change",
    key,
    atMs,
    change: (before) => ({
      ...before,
      drivers: { ...before.drivers, volume: { requests, per: "month" } },
    }),
  });
}

const requestsOf = ({ present }: DraftHistory) => present.drivers.volume.requests;

describe("the way back through a draft", () => {
  test("one drag is one step, however many values it passed", () => {
    let history = startHistory(draft);
    for (const [index, value] of [110, 120, 150].entries())
      history = set(history, "requests", value, index * 5000);
    expect(requestsOf(history)).toBe(150);
    history = draftHistory(history, { kind: "undo" });
    expect(requestsOf(history)).toBe(100);
    expect(requestsOf(draftHistory(history, { kind: "redo" }))).toBe(150);
  });

  test("a thumb that was let go begins another step, unless the next press follows at once", () => {
    let history = set(startHistory(draft), "requests", 110, 0);
    history = draftHistory(history, { kind: "settle", atMs: 10 });
    history = set(history, "requests", 120, 200);
    expect(history.past).toHaveLength(1);
    history = draftHistory(history, { kind: "settle", atMs: 210 });
    history = set(history, "requests", 130, 2000);
    expect(history.past).toHaveLength(2);
  });

  test("another driver is another step, and a new change forgets what was undone", () => {
    let history = set(set(startHistory(draft), "requests", 110, 0), "other", 120, 1);
    expect(history.past).toHaveLength(2);
    history = set(draftHistory(history, { kind: "undo" }), "third", 7, 2);
    expect(draftHistory(history, { kind: "redo" })).toBe(history);
  });

  test("what changes nothing is no step", () => {
    const history = startHistory(draft);
    expect(set(history, "requests", 100, 0)).toBe(history);
    expect(draftHistory(history, { kind: "undo" })).toBe(history);
  });
});
