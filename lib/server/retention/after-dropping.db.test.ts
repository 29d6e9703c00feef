import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createConnectedWorkspace } from "@/lib/server/connectors/testing/connected-workspace";
import { useFakeSource } from "@/lib/server/connectors/testing/fake-source";
import { listConnectorRuns } from "@/lib/server/connectors/list-connector-runs";
import { explain } from "@/lib/server/explanations/explain";
import { getImport } from "@/lib/server/imports/get-import";
import { listRejects } from "@/lib/server/imports/list-rejects";
import { runImport } from "@/lib/server/imports/run-import";
import { countsOf, createImporter, importFile } from "@/lib/server/imports/testing/import-file";
import { undoImport } from "@/lib/server/imports/undo-import";
import { closeMonth } from "@/lib/server/reports/close-month";
import { exportCalls } from "@/lib/server/reports/export-calls";
import { applyRepricing } from "@/lib/server/repricing/apply-repricing";
import {
  addPrice,
  applyTried,
  createPricedWorkspace,
  logCalls,
  NOW,
  picture,
  tryRepricing,
} from "@/lib/server/repricing/testing/priced-workspace";
import { updateWorkspace } from "@/lib/server/settings/update-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getCall } from "@/lib/server/usage/get-call";
import { listCalls } from "@/lib/server/usage/list-calls";
import { listUnpriced } from "@/lib/server/usage/list-unpriced";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { getUsageTotals } from "@/lib/server/usage/usage-totals";
import { confirmDrop, drop, runLatest, stateOf } from "./testing/dropping";

const database = useTestDatabase();
const source = useFakeSource();

/** In Berlin; a month before NOW is 23 October. */
const MYSTERY = { provider: "acme", model: "mystery-1" };

async function pricedLog(): Promise<Actor> {
  const actor = await createPricedWorkspace();
  await addPrice(actor, { from: "2026-09-01", usd: "0.10" });
  await logCalls(actor, [
    picture("sep", "2026-09-10T10:00:00Z", { n: 2 }),
    picture("oct", "2026-10-05T10:00:00Z"),
    picture("mystery-old", "2026-10-05T11:00:00Z", MYSTERY),
    picture("kept", "2026-10-24T10:00:00Z"),
    picture("mystery", "2026-11-05T10:00:00Z", MYSTERY),
  ]);
  return actor;
}

async function costOf({ workspace }: Actor, from: string, to: string): Promise<string> {
  return (await inWorkspace(workspace.id, (tx) => getUsageTotals(tx, workspace, { from, to }))).costNanoUsd;
}

async function expectNoDifference({ workspace }: Actor): Promise<void> {
  expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
}

describe("after calls were dropped", () => {
  it("the time zone stays, because their days cannot be cut again", async () => {
    const actor = await pricedLog();
    await drop(actor, 1, NOW);
    const before = await stateOf(actor);
    await expect(updateWorkspace(actor, { timeZone: "Asia/Kathmandu" })).rejects.toMatchObject({
      code: "calls_dropped",
      detail:
        "The single calls before 23 Oct 2026 were dropped, so these days cannot be cut in another time zone. It stays Europe/Berlin.",
    });
    expect(await stateOf(actor)).toEqual(before);
    expect(await updateWorkspace(actor, { name: "Harbor" })).toMatchObject({
      name: "Harbor",
      callsKeptFrom: "2026-10-23",
    });
  });

  it("pricing anew leaves them as they are, and says how many", async () => {
    const actor = await pricedLog();
    await addPrice(actor, { from: "2026-09-02", usd: "0.20" });
    const earlier = await tryRepricing(actor);
    expect(earlier.dropped).toBeNull();
    expect(earlier.tried.total.callsChanged).toBe(3);
    await drop(actor, 1, NOW);
    await expect(applyRepricing(actor, earlier.id, NOW)).rejects.toMatchObject({ code: "prices_changed" });

    const tried = await tryRepricing(actor);
    expect(tried.dropped).toEqual({ before: "2026-10-23", calls: 3 });
    expect(tried.tried.total).toMatchObject({ callsRead: 2, callsChanged: 1 });
    // A span of later days has nothing to do with them.
    expect((await tryRepricing(actor, { from: "2026-11-01" })).dropped).toBeNull();

    const again = await tryRepricing(actor);
    await applyTried(actor, again.id);
    // Two pictures at ten cents in September; in October one at ten and one at twenty.
    expect(await costOf(actor, "2026-09-01", "2026-09-30")).toBe("200000000");
    expect(await costOf(actor, "2026-10-01", "2026-10-31")).toBe("300000000");
    await expectNoDifference(actor);
  });

  it("calls without a price among them stay without one", async () => {
    const actor = await pricedLog();
    await drop(actor, 1, NOW);
    const [group] = (await listUnpriced(actor.workspace)).items;
    expect(group).toMatchObject({
      ...MYSTERY,
      calls: 2,
      droppedCalls: 1,
      // Midnight of 5 November in Berlin: a price from then on covers the call that is left.
      priceFrom: "2026-11-04",
      action: "add_price",
    });
    await drop(actor, 1, new Date("2026-12-23T12:00:00Z"));
    const [gone] = (await listUnpriced(actor.workspace)).items;
    expect(gone).toMatchObject({ calls: 2, droppedCalls: 2, action: "none" });
  });

  it("an explanation gives their sums and says that the single calls are gone", async () => {
    const actor = await pricedLog();
    const whole = { subject: "usage", from: "2026-09-01", to: "2026-11-30", by: "call" } as const;
    const oneDay = { subject: "usage", from: "2026-10-05", to: "2026-10-05", by: "call" } as const;
    const before = await explain(actor.workspace, whole, NOW);
    expect(before.derivation.steps).toHaveLength(5);
    await drop(actor, 1, NOW);

    const { derivation } = await explain(actor.workspace, whole, NOW);
    expect(derivation.amountNanoUsd).toBe(before.derivation.amountNanoUsd);
    expect(derivation.steps.map(({ title, amountNanoUsd }) => [title, amountNanoUsd])).toEqual([
      ["mystery · mystery-1 1024x1024 high", null],
      ["kept · gpt-image-2 1024x1024 high", "100000000"],
      ["1 Sep – 22 Oct 2026: the single calls were dropped, their sums stay", "300000000"],
    ]);
    const day = await explain(actor.workspace, oneDay, NOW);
    expect(day.derivation).toMatchObject({
      amountNanoUsd: "100000000",
      steps: [{ title: "5 Oct 2026: the single calls were dropped, their sums stay", more: null }],
    });
    await expect(explain(actor.workspace, { subject: "call", call: "oct" }, NOW)).rejects.toMatchObject({
      code: "not_found",
      detail: expect.stringContaining("before 23 Oct 2026 were dropped; their sums stay") as string,
    });
  });

  it("the list ends with the first day that is kept, from the confirmation on", async () => {
    const actor = await pricedLog();
    const { workspace } = actor;
    await confirmDrop(actor, 1, NOW);
    const { items, nextCursor } = await listCalls(workspace, { limit: 2 });
    expect(items.map(({ id }) => id)).toEqual(["mystery", "kept"]);
    expect(nextCursor).toBeNull();
    await expect(getCall(workspace, "oct")).rejects.toMatchObject({
      code: "not_found",
      detail:
        "No call of this workspace has this id. The single calls before 23 Oct 2026 were dropped; their sums stay.",
    });
    expect((await getCall(workspace, "kept")).id).toBe("kept");
  });

  it("a month of theirs can still be closed, with its sums", async () => {
    const actor = await pricedLog();
    await drop(actor, 1, NOW);
    expect(await closeMonth(actor, "2026-09", NOW)).toMatchObject({ calls: 1, costNanoUsd: "200000000" });
  });
});

it("what is exported before is exactly what goes, and a download that a drop overtakes breaks off", async () => {
  const actor = await createPricedWorkspace();
  const { workspace } = actor;
  await addPrice(actor, { from: "2026-09-01", usd: "0.10" });
  const calls = Array.from({ length: 5_100 }, (_, index) =>
    picture(`c${index}`, new Date(Date.UTC(2026, 8, 10) + index * 60_000).toISOString()),
  );
  await logCalls(actor, [...calls, picture("kept", "2026-11-01T10:00:00Z")]);
  const span = { from: "2026-09-10", to: "2026-10-22" };
  const file = await exportCalls(workspace, span).text();
  const lines: Record<string, string>[] = parse(file, { columns: true });
  expect(lines.map(({ id }) => id).sort()).toEqual(calls.map(({ id }) => id).sort());

  const overtaken = exportCalls(workspace, span).body?.getReader();
  await overtaken?.read();
  await drop(actor, 1, NOW);
  const readOn = async () => {
    while ((await overtaken?.read())?.done === false);
  };
  await expect(readOn()).rejects.toThrow("were dropped while they were exported");
});

describe("an import", () => {
  const HEADER = "request_id,created_at,model,workflow,size,quality,n";
  const line = (id: string, day: string) => `${id},${day} 10:22:41,gpt-image-2,heroes,1024x1024,high,1`;
  const file = (...lines: string[]) => `${[HEADER, ...lines].join("\n")}\n`;

  it("is undone as far as its single calls are there; the others stay in the sums", async () => {
    const actor = await createImporter(database, "Asia/Kathmandu");
    const { workspace } = actor;
    const old = await importFile(actor, file(line("old", "2026-09-01")));
    const mine = await importFile(
      actor,
      file(line("a1", "2026-09-30"), line("a2", "2026-10-01"), line("a3", "2026-11-03")),
    );
    await drop(actor, 1, NOW);
    await undoImport(actor, mine.id);
    await runImport(workspace.id, mine.id, () => NOW);
    expect(await getImport(workspace, mine.id)).toMatchObject({
      status: "undone",
      rowsCreated: 3,
      rowsUndone: 1,
    });
    expect((await stateOf(actor)).sums).toHaveLength(3);
    await expectNoDifference(actor);
    await expect(undoImport(actor, old.id)).rejects.toMatchObject({
      code: "calls_dropped",
      detail:
        "The single calls before 23 Oct 2026 were dropped, and all that this import created were among them. What they cost stays in the sums.",
    });
  });

  it("waits for calls that are being dropped, and lets no dropping begin meanwhile", async () => {
    const actor = await createImporter(database, "Asia/Kathmandu");
    const { workspace } = actor;
    const mine = await importFile(actor, file(line("a1", "2026-09-30"), line("a3", "2026-11-03")));
    await confirmDrop(actor, 1, NOW);
    await expect(undoImport(actor, mine.id)).rejects.toMatchObject({
      code: "conflict",
      detail: "Calls are being dropped. Undo the import when that has ended.",
    });
    expect(await runLatest(actor, NOW)).toMatchObject({ callsDropped: 1, drop: { status: "done" } });
    expect((await stateOf(actor)).ids).toEqual(["a3"]);

    await undoImport(actor, mine.id);
    await expect(confirmDrop(actor, 1, NOW)).rejects.toMatchObject({
      code: "conflict",
      detail: "An import is being undone. Wait for its end.",
    });
    await runImport(workspace.id, mine.id, () => NOW);
    expect((await stateOf(actor)).ids).toEqual([]);
    expect((await stateOf(actor)).sums).toHaveLength(1);
  });

  it("rejects lines of days that are not taken any more, with the reason", async () => {
    const actor = await createImporter(database, "Asia/Kathmandu");
    const { workspace } = actor;
    await recordCalls(
      workspace,
      [{ id: "first", occurredAt: "2026-09-30T10:00:00Z", model: "gpt-image-2" }],
      NOW,
    );
    await drop(actor, 1, NOW);
    const late = await importFile(actor, file(line("a1", "2026-10-22"), line("a2", "2026-10-24")));
    expect(countsOf(late)).toEqual([2, 1, 0, 0, 0, 1]);
    const rejects = await listRejects(workspace, late.id, { limit: 10 });
    expect(rejects.items).toMatchObject([
      {
        field: "occurredAt",
        reason: expect.stringContaining("so a call of 22 Oct 2026 cannot be told") as string,
        content: line("a1", "2026-10-22"),
      },
    ]);
    await expectNoDifference(actor);
  });
});

it("a connector's rows of days that are not taken any more are rejected, and the others logged", async () => {
  const workspace = await createConnectedWorkspace(database);
  const row = (request_id: string, startTime: string) => ({
    request_id,
    call_type: "aimage_generation",
    startTime,
    endTime: startTime,
    model: "openai/gpt-image-2",
    custom_llm_provider: "openai",
    spend: 0.5,
    status: "success",
    cache_hit: "False",
    metadata: {},
  });
  const data = [row("old", "2026-10-18T09:00:00Z"), row("new", "2026-11-18T09:00:00Z")];
  source.answer(() => ({ page: { data, total: 2, page: 1, page_size: 100, total_pages: 1 } }));
  const connector = await workspace.connect({
    kind: "litellm",
    name: "Proxy",
    baseUrl: source.url,
    secretKey: "sk-litellm-1234",
    backfillFrom: "2026-10-01",
  });
  await recordCalls(
    workspace,
    [{ id: "first", occurredAt: "2026-10-17T10:00:00Z", model: "gpt-image-2" }],
    NOW,
  );
  await drop(workspace.actor, 1, workspace.clock.at);
  await workspace.run(connector.id);
  const { items } = await listConnectorRuns(workspace, connector.id);
  expect(items[0]).toMatchObject({ rowsRead: 2, rowsCreated: 1, rowsRejected: 1 });
  expect(items[0]?.rejects[0]?.reason).toContain("so a call of 18 Oct 2026 cannot be told");
});
