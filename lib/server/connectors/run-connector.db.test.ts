import { beforeEach, describe, expect, test } from "vitest";
import type { Connector } from "@/lib/contracts/connectors";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { findDueConnectors } from "./claim-connector";
import { deleteConnector } from "./delete-connector";
import { listConnectorRuns } from "./list-connector-runs";
import { listConnectors } from "./list-connectors";
import { requestReading } from "./request-reading";
import { type ConnectedWorkspace, createConnectedWorkspace } from "./testing/connected-workspace";
import { useFakeSource } from "./testing/fake-source";
import { pages, row } from "./testing/litellm-proxy";
import { updateConnector } from "./update-connector";

const database = useTestDatabase();
const source = useFakeSource();

let workspace: ConnectedWorkspace;
let connector: Connector;

/** Three image requests of a LiteLLM proxy, and a chat. Priced by their tokens: 1,000,000 image tokens are $30. */
const ROWS = [
  row("req-1", "2026-11-18T09:00:00Z"),
  row("req-2", "2026-11-19T09:00:00Z"),
  { ...row("chat-1", "2026-11-19T10:00:00Z"), call_type: "acompletion" },
  row("req-3", "2026-11-20T09:00:00Z"),
];

beforeEach(async () => {
  workspace = await createConnectedWorkspace(database);
  source.answer(pages(ROWS));
  connector = await workspace.connect({
    kind: "litellm",
    name: "Proxy",
    baseUrl: source.url,
    secretKey: "sk-litellm-1234",
    backfillFrom: "2026-11-18",
  });
  source.answer(pages(ROWS));
});

async function shown(): Promise<Connector> {
  const { items } = await listConnectors(workspace.actor.workspace, workspace.clock.at);
  return items.find(({ id }) => id === connector.id) as Connector;
}

async function logged() {
  return inWorkspace(workspace.id, async (tx) => ({
    calls: (await tx.call.findMany({ orderBy: { id: "asc" } })).map(({ id, costNanoUsd }) => [
      id,
      costNanoUsd,
    ]),
    daily: (await tx.usageDaily.findMany()).reduce(
      (sum, { calls, costNanoUsd }) => ({
        calls: sum.calls + calls,
        cost: sum.cost + BigInt(String(costNanoUsd)),
      }),
      { calls: 0n, cost: 0n },
    ),
  }));
}

/** Whether a server that looks for work finds it. */
async function isDue(): Promise<boolean> {
  const due = await findDueConnectors(workspace.clock.at);
  return due.some(({ workspaceId, id }) => workspaceId === workspace.id && id === connector.id);
}

const later = (minutes: number) => {
  workspace.clock.at = new Date(workspace.clock.at.getTime() + minutes * 60_000);
};

describe("a back-fill", () => {
  test("reads every page from the day that was chosen, and prices by tokens and not by what LiteLLM calculated", async () => {
    expect(connector).toMatchObject({ state: "importing", reading: true, credentialHint: "1234" });
    await workspace.run(connector.id);

    // 1,000 image tokens at $30 a million and 100 text tokens at $5 a million.
    const each = 30_000_000n + 500_000n;
    const { calls, daily } = await logged();
    expect(calls).toEqual([
      ["litellm:req-1", each],
      ["litellm:req-2", each],
      ["litellm:req-3", each],
    ]);
    expect(daily).toEqual({ calls: 3n, cost: 3n * each });
    expect(await shown()).toMatchObject({
      state: "stable",
      reading: false,
      backfillFrom: null,
      readThrough: "2026-11-20T12:00:00.000Z",
      lastDataAt: "2026-11-20T09:00:00.000Z",
      nextRunAt: "2026-11-20T13:00:00.000Z",
      lastRun: { status: "done", pages: 2, rowsRead: 4, rowsCreated: 3, rowsSkipped: 1, rowsRejected: 0 },
    });
    expect(source.calls.map(({ authorization }) => authorization)).toEqual(
      Array(2).fill("Bearer sk-litellm-1234"),
    );
  });

  test("asked for again counts nothing twice", async () => {
    await workspace.run(connector.id);
    const before = await logged();
    later(1);
    await requestReading(workspace.actor, connector.id, { backfillFrom: "2026-11-01" }, workspace.clock.at);
    expect(await shown()).toMatchObject({ state: "importing", backfillFrom: "2026-11-01T00:00:00.000Z" });
    await workspace.run(connector.id);
    expect(await logged()).toEqual(before);
    expect((await shown()).lastRun).toMatchObject({ rowsCreated: 0, rowsExisting: 3, trigger: "backfill" });
  });
});

test("the next reading goes on where the last one ended, less an overlap in which late rows are found once", async () => {
  await workspace.run(connector.id);
  expect(await isDue()).toBe(false);
  later(60);
  const late = row("req-late", "2026-11-20T11:30:00Z");
  const fresh = row("req-new", "2026-11-20T12:30:00Z");
  source.answer(pages([...ROWS, late, fresh]));
  expect(await isDue()).toBe(true);
  await workspace.run(connector.id);
  expect(source.calls[0]?.url.searchParams.get("start_date")).toBe("2026-11-20 11:00:00");
  expect((await logged()).calls).toHaveLength(5);
  later(60);
  await workspace.run(connector.id);
  expect((await shown()).lastRun).toMatchObject({ rowsCreated: 0, rowsExisting: 1 });
  expect((await logged()).calls).toHaveLength(5);
});

describe("a source that does not answer as it should", () => {
  test("a key that is refused: plain words, and no further request until somebody acts", async () => {
    source.answer(() => ({ status: 401 }));
    await workspace.run(connector.id);
    expect(source.calls).toHaveLength(1);
    const failing = await shown();
    expect(failing).toMatchObject({
      state: "failing",
      failingSince: "2026-11-20T12:00:00.000Z",
      nextRunAt: null,
      lastRun: { status: "failed" },
    });
    expect(failing.problem).toContain("LiteLLM does not accept the key (401)");
    later(60 * 24 * 30);
    expect(await isDue()).toBe(false);

    source.answer(pages(ROWS));
    await updateConnector(
      workspace.actor,
      connector.id,
      { secretKey: "sk-litellm-5678" },
      workspace.clock.at,
    );
    await workspace.run(connector.id);
    expect(await shown()).toMatchObject({
      state: "stable",
      problem: null,
      failingSince: null,
      credentialHint: "5678",
    });
    expect((await logged()).calls).toHaveLength(3);
  });

  test.each(["7", "Fri, 20 Nov 2026 12:00:07 GMT"])(
    "429 with Retry-After %s: waits as long as it is told, then goes on with the same page",
    async (retryAfter) => {
      const answer = pages(ROWS);
      source.answer((call, number) =>
        number === 2 ? { status: 429, headers: { "retry-after": retryAfter } } : answer(call),
      );
      await workspace.run(connector.id);
      expect(workspace.clock.slept).toEqual([7000]);
      expect(source.calls.map(({ url }) => url.searchParams.get("page"))).toEqual(["1", "2", "2"]);
      expect(await shown()).toMatchObject({ state: "stable", lastRun: { pages: 2, rowsCreated: 3 } });
    },
  );

  test("429 for ten minutes: the reading is left, and taken up again at the page where it was", async () => {
    const answer = pages(ROWS);
    source.answer((call, number) =>
      number === 2 ? { status: 429, headers: { "retry-after": "600" } } : answer(call),
    );
    await workspace.run(connector.id);
    expect(await shown()).toMatchObject({
      state: "importing",
      nextRunAt: "2026-11-20T12:10:00.000Z",
      problem: "LiteLLM asks to be read more slowly.",
      lastRun: { status: "waiting", pages: 1 },
    });
    await workspace.run(connector.id);
    expect(source.calls).toHaveLength(2);

    later(10);
    await workspace.run(connector.id);
    expect(source.calls.map(({ url }) => url.searchParams.get("page"))).toEqual(["1", "2", "2"]);
    expect((await listConnectorRuns(workspace.actor.workspace, connector.id)).items).toHaveLength(1);
    expect(await shown()).toMatchObject({
      state: "stable",
      lastRun: { status: "done", pages: 2, rowsCreated: 3 },
    });
  });

  test.each([
    ["an error of its own", { status: 503 }],
    ["a connection that is cut", { cut: true }],
  ] as const)("%s is tried again after growing pauses", async (_name, broken) => {
    const answer = pages(ROWS);
    source.answer((call, number) => (number <= 2 ? broken : answer(call)));
    await workspace.run(connector.id);
    expect(workspace.clock.slept).toEqual([1000, 4000]);
    expect(await shown()).toMatchObject({ state: "stable", lastRun: { rowsCreated: 3 } });
  });

  test("one that stays broken is failing since the first time, and asked less and less often", async () => {
    source.answer(() => ({ status: 500 }));
    await workspace.run(connector.id);
    expect(source.calls).toHaveLength(4);
    const first = await shown();
    expect(first).toMatchObject({ state: "failing", problem: "LiteLLM has trouble of its own (500)." });
    const pause = (each: Connector) => Date.parse(each.nextRunAt ?? "") - Date.parse(each.lastRunAt ?? "");
    expect(pause(first)).toBe(5 * 60_000);
    later(5);
    await workspace.run(connector.id);
    const second = await shown();
    expect(pause(second)).toBe(10 * 60_000);
    expect(second.failingSince).toBe(first.failingSince);
  });

  test.each([
    ["no JSON", { text: '{"data": [' }, "It is not valid JSON"],
    ["a web page", { text: "<!doctype html>" }, "It is a web page and not JSON"],
    ["a page without rows", { page: { rows: [] } }, "The answer has no list of rows (data)"],
    ["a page that does not say which", { page: { data: [] } }, "does not say which page it is"],
  ] as const)("%s is said to be that, once", async (_name, answer, words) => {
    source.answer(() => answer);
    await workspace.run(connector.id);
    expect(source.calls).toHaveLength(1);
    const failing = await shown();
    expect(failing.state).toBe("failing");
    expect(failing.problem).toContain(words);
  });

  test("rows that cannot be read are listed with the reason, and the others are read", async () => {
    const broken = [
      { ...row("req-4", "2026-11-19T11:00:00Z"), startTime: "2026-11-19 at noon" },
      { ...row("", "2026-11-19T11:00:00Z") },
      { ...row("x".repeat(200), "2026-11-19T11:00:00Z") },
      { ...row("req-old", "2019-11-19T11:00:00Z") },
      "a text",
      { ...row("req-nul", "2026-11-19T11:00:00Z"), request_id: "", note: "a\u0000b\ud800" },
    ];
    source.answer(() => ({ page: { data: [...broken, ...ROWS], page: 1, total_pages: 1 } }));
    await workspace.run(connector.id);
    expect(await shown()).toMatchObject({ state: "stable", lastRun: { rowsCreated: 3, rowsRejected: 6 } });
    const { items } = await listConnectorRuns(workspace.actor.workspace, connector.id);
    expect(items[0]?.rejects.map(({ reason }) => reason).sort()).toEqual([
      "The id is longer than 100 characters",
      "The row is not an object",
      "occurredAt: Before 2020",
      "request_id is missing",
      "request_id is missing",
      "startTime is not a moment: 2026-11-19 at noon",
    ]);
  });
});

describe("a server that dies", () => {
  /** The lease of a server from which nothing was heard for five minutes. */
  const age = () =>
    inWorkspace(
      workspace.id,
      (tx) =>
        tx.$executeRaw`UPDATE connector SET heartbeat_at = heartbeat_at - interval '5 minutes' WHERE id = ${connector.id}`,
    );

  test("another goes on with the page after the last that was written, in the same run", async () => {
    const answer = pages(ROWS);
    let die: () => void = () => undefined;
    const died = new Promise<void>((resolve) => (die = resolve));
    // The second page never comes: that server is gone.
    source.answer((call, number) => {
      if (number === 2) die();
      return number === 2 ? { status: 429, headers: { "retry-after": "1" } } : answer(call);
    });
    const forEver = new Promise<void>(() => undefined);
    const { runConnector } = await import("./run-connector");
    void runConnector(workspace.id, connector.id, { now: () => workspace.clock.at, sleep: () => forEver });
    await died;
    await workspace.run(connector.id);
    expect(source.calls).toHaveLength(2);
    await age();
    await workspace.run(connector.id);
    expect(source.calls.map(({ url }) => url.searchParams.get("page"))).toEqual(["1", "2", "2"]);
    const { items } = await listConnectorRuns(workspace.actor.workspace, connector.id);
    expect(items).toMatchObject([{ status: "done", pages: 2, rowsCreated: 3, rowsExisting: 0 }]);
  });

  test("one that was only slow stops when it finds that another went on", async () => {
    const answer = pages(ROWS);
    let wake: () => void = () => undefined;
    let fellAsleep: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (fellAsleep = resolve));
    source.answer((call, number) => (number === 1 ? { status: 500 } : answer(call)));
    const { runConnector } = await import("./run-connector");
    const slow = runConnector(workspace.id, connector.id, {
      now: () => workspace.clock.at,
      sleep: () =>
        new Promise((resolve) => {
          wake = resolve;
          fellAsleep();
        }),
    });
    await asleep;
    await age();
    await workspace.run(connector.id);
    const before = await logged();
    wake();
    await slow;
    expect(source.calls).toHaveLength(3);
    expect(await logged()).toEqual(before);
  });
});

test("paused, it is not read; resumed, it is", async () => {
  await updateConnector(workspace.actor, connector.id, { paused: true }, workspace.clock.at);
  expect(await isDue()).toBe(false);
  await workspace.run(connector.id);
  expect(source.calls).toHaveLength(0);
  await expect(
    requestReading(workspace.actor, connector.id, { backfillFrom: null }, workspace.clock.at),
  ).rejects.toMatchObject({ code: "conflict" });
  await updateConnector(workspace.actor, connector.id, { paused: false }, workspace.clock.at);
  await workspace.run(connector.id);
  expect((await logged()).calls).toHaveLength(3);
});

test("deleted, its calls stay", async () => {
  await workspace.run(connector.id);
  await deleteConnector(workspace.actor, connector.id);
  expect(await shown()).toBeUndefined();
  expect((await logged()).calls).toHaveLength(3);
});
