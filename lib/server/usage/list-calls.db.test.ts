import { beforeAll, expect, it } from "vitest";
import { callListQuerySchema, loggedCallSchema } from "@/lib/contracts/calls";
import { listConflicts } from "@/lib/server/calls/list-conflicts";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { listCalls } from "./list-calls";

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");
let workspace: { id: string; timeZone: string };

beforeAll(async () => {
  workspace = await createLoggingWorkspace(database, "Asia/Kathmandu");
  const calls = Array.from({ length: 25 }, (_, index) => ({
    id: `call_${String(index).padStart(2, "0")}`,
    // Five calls share each moment, so that a page may end between two of them.
    occurredAt: new Date(Date.UTC(2026, 10, 1 + Math.floor(index / 5), 18, 14, 59)).toISOString(),
    model: "gpt-image-2",
    size: "1024x1024",
    quality: "low",
    ...(index % 2 === 0 && { workflow: "heroes", stage: "pilot" }),
    tags: { index: String(index) },
  }));
  await recordCalls(workspace, calls, NOW);
  await recordCalls({ id: (await createLoggingWorkspace(database)).id }, calls, NOW);
});

const list = (query: Record<string, unknown> = {}) => listCalls(workspace, callListQuerySchema.parse(query));

async function listAll(query: Record<string, unknown>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({
      ...query,
      ...(cursor !== null && { cursor }),
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

it("gives every call once, newest first, in pages of any length", async () => {
  const expected = Array.from({ length: 25 }, (_, index) => `call_${String(24 - index).padStart(2, "0")}`);
  for (const limit of [1, 3, 5, 24, 25, 26]) expect(await listAll({ limit })).toEqual(expected);
});

it("answers as the contract says, amounts as text", async () => {
  const [first] = (await list({ limit: 1 })).items;
  expect(loggedCallSchema.parse(first)).toEqual(first);
  expect(first).toMatchObject({
    id: "call_24",
    localDate: "2026-11-05",
    workflow: "heroes",
    workflowName: "heroes",
    costBasis: "rate_card",
    costNanoUsd: "5880000",
    tags: { index: "24" },
  });
});

it("filters by local days and by every dimension, none included", async () => {
  // 18:14:59 in UTC is a second before midnight in Kathmandu.
  expect(await listAll({ from: "2026-11-02", to: "2026-11-03", limit: 4 })).toHaveLength(10);
  expect(await listAll({ from: "2026-11-06", limit: 4 })).toEqual([]);
  expect(await listAll({ workflow: "heroes" })).toHaveLength(13);
  expect(await listAll({ workflow: "none", stage: "none" })).toHaveLength(12);
  expect(await listAll({ workflow: "unheard-of" })).toEqual([]);
  expect(await listAll({ quality: "low", size: "1024x1024", costBasis: "rate_card" })).toHaveLength(25);
});

it.each(["", "x", "WyJhIiwiYiJd", Buffer.from('["2026-11-03T00:00:00.000Z","a\'b"]').toString("base64url")])(
  "refuses the cursor %j",
  async (cursor) => {
    await expect(list({ cursor })).rejects.toMatchObject({
      code: "invalid_request",
      errors: [{ path: "cursor" }],
    });
  },
);

it("lists refused calls, newest first, page by page", async () => {
  const other = (index: number) => ({ id: `call_0${index}`, occurredAt: "2026-11-09T00:00:00Z", model: "m" });
  for (const index of [0, 1, 2]) {
    await recordCalls(workspace, [other(index)], new Date(NOW.getTime() + index * 1000));
  }
  const first = await listConflicts(workspace, { limit: 2 });
  expect(first.items).toMatchObject([
    { callId: "call_02", payload: { model: "m" } },
    { callId: "call_01", receivedAt: "2026-11-23T12:00:01.000Z" },
  ]);
  const second = await listConflicts(workspace, { limit: 2, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ items: [{ callId: "call_00" }], nextCursor: null });
});

it("finds calls that are rare and far apart, a page at a time", async () => {
  const rare = await createLoggingWorkspace(database, "America/Los_Angeles");
  // Every tenth day of a year one call of another model, at the last second of its day there, among three usual ones.
  const logged = Array.from({ length: 36 }, (_, index) => {
    const at = (seconds: number) =>
      new Date(Date.UTC(2025, 11, 1 + index * 10, 7, 59, seconds)).toISOString();
    return ["a", "b", "c", "rare"].map((name, seconds) => ({
      id: `${name}_${String(index).padStart(2, "0")}`,
      occurredAt: at(56 + seconds),
      model: name === "rare" ? "unheard-of" : "gpt-image-2",
    }));
  }).flat();
  await recordCalls(rare, logged, NOW);
  const expected = Array.from({ length: 36 }, (_, index) => `rare_${String(35 - index).padStart(2, "0")}`);
  for (const limit of [1, 7, 36, 50]) {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listCalls>> = await listCalls(
        rare,
        callListQuerySchema.parse({ model: "unheard-of", limit, ...(cursor !== null && { cursor }) }),
      );
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(ids).toEqual(expected);
  }
});

it.each([
  // Clocks go from one o'clock back to midnight.
  ["Atlantic/Azores", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-26T01:00:00Z"],
  // From midnight to one o'clock, so that the day has no midnight.
  ["Africa/Cairo", "2026-04-23T22:00:00Z", null, "2026-04-24T21:00:00Z"],
  // From midnight back to eleven.
  ["Africa/Cairo", "2026-10-28T21:00:00Z", "2026-10-29T20:30:00Z", "2026-10-29T22:00:00Z"],
])(
  "lists the calls of a day in %s on which clocks are changed, from its first moment on",
  async (timeZone, start, second, end) => {
    const zoned = await createLoggingWorkspace(database, timeZone);
    const before = (moment: string) => new Date(Date.parse(moment) - 1).toISOString();
    const moments = [
      before(start),
      start,
      ...(second === null ? [] : [before(second), second]),
      before(end),
      end,
    ];
    await recordCalls(
      zoned,
      moments.map((occurredAt, index) => ({ id: `z${index}`, occurredAt, model: "gpt-image-2" })),
      NOW,
    );
    const day = callListQuerySchema.parse({});
    const { items } = await listCalls(zoned, day);
    expect(items.map(({ occurredAt }) => Date.parse(occurredAt))).toEqual(
      moments.map((moment) => Date.parse(moment)).reverse(),
    );
    const date = items.at(-2)?.localDate;
    const ofDay = await listCalls(zoned, { ...day, from: date, to: date });
    expect(ofDay.items.map(({ id }) => id)).toEqual(items.slice(1, -1).map(({ id }) => id));
  },
);
