import { describe, expect, it, vi } from "vitest";
import type { CallFilter } from "@/lib/contracts/calls";
import type { Actor } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { closeMonth } from "@/lib/server/reports/close-month";
import { reopenMonth } from "@/lib/server/reports/reopen-month";
import { trackTag } from "@/lib/server/tags/track-tag";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { getUsageTotals } from "@/lib/server/usage/usage-totals";
import { getImport } from "./get-import";
import { runImport } from "./run-import";
import { countsOf, createImporter, importFile, NOW } from "./testing/import-file";
import { undoDay } from "./undo-day";
import { undoImport } from "./undo-import";

const database = useTestDatabase();

const HEADER = "request_id,created_at,model,workflow,size,quality,n";
const line = (id: string, day: string) => `${id},${day} 10:22:41,gpt-image-2,heroes,1024x1024,high,1`;
const file = (...lines: string[]) => `${[HEADER, ...lines].join("\n")}\n`;

const MINE = file(
  line("a1", "2026-09-30"),
  line("a2", "2026-10-01"),
  line("shared", "2026-10-02"),
  line("a3", "2026-11-03"),
);
const OTHER = file(line("shared", "2026-10-02"), line("b1", "2026-10-01"), line("b2", "2026-11-03"));
const byApi = {
  id: "api",
  occurredAt: "2026-11-03T12:00:00Z",
  model: "gpt-image-2",
  size: "1024x1024",
  tags: { team: "growth" },
};

const idsOf = ({ workspace }: Actor) =>
  inWorkspace(workspace.id, async (tx) =>
    (await tx.call.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id),
  );
const totalsOf = ({ workspace }: Actor, filter: CallFilter = {}) =>
  inWorkspace(workspace.id, (tx) => getUsageTotals(tx, workspace, filter));
const actionsOf = ({ workspace }: Actor) =>
  inWorkspace(workspace.id, async (tx) =>
    (await tx.auditEvent.findMany({ orderBy: { sequence: "asc" } })).map(({ action }) => action),
  );

async function expectNoDifference({ workspace }: Actor): Promise<void> {
  expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
}

async function logAll(): Promise<{ actor: Actor; mine: string }> {
  const actor = await createImporter(database, "Asia/Kathmandu");
  await trackTag(actor, { key: "team" }, NOW);
  const other = await importFile(actor, OTHER);
  expect(countsOf(other)).toEqual([3, 3, 0, 0, 0, 0]);
  await recordCalls(actor.workspace, [byApi], NOW);
  const before = await totalsOf(actor);
  const mine = await importFile(actor, MINE);
  expect(countsOf(mine)).toEqual([4, 3, 1, 0, 0, 0]);
  expect(before.calls).toBe(4);
  return { actor, mine: mine.id };
}

describe("undoImport", () => {
  it("removes the calls that the import created and no other, and says so", async () => {
    const { actor, mine } = await logAll();
    expect(await idsOf(actor)).toEqual(["a1", "a2", "a3", "api", "b1", "b2", "shared"]);
    expect(await undoImport(actor, mine)).toMatchObject({
      status: "undoing",
      undoneBy: "Somebody who has left",
    });
    await runImport(actor.workspace.id, mine, () => NOW);

    expect(await getImport(actor.workspace, mine)).toMatchObject({
      status: "undone",
      rowsCreated: 3,
      rowsUndone: 3,
      undoneAt: NOW.toISOString(),
      failure: null,
    });
    expect(await idsOf(actor)).toEqual(["api", "b1", "b2", "shared"]);
    expect((await totalsOf(actor)).calls).toBe(4);
    expect((await totalsOf(actor, { tag: "team:growth" })).calls).toBe(1);
    expect((await totalsOf(actor, { tag: "team:none" })).calls).toBe(3);
    await expectNoDifference(actor);
    expect((await actionsOf(actor)).slice(-2)).toEqual(["import.undo_started", "import.undone"]);
    await expect(undoImport(actor, mine)).rejects.toMatchObject({ code: "conflict" });

    // The file is not known any more: what it created is created again.
    expect(countsOf(await importFile(actor, MINE))).toEqual([4, 3, 1, 0, 0, 0]);
    await expectNoDifference(actor);
  });

  it("goes on after a crash between two days, and the sums are right at every moment", async () => {
    const { actor, mine } = await logAll();
    await undoImport(actor, mine);
    for (const left of [6, 5, 4]) {
      expect(await undoDay(actor.workspace.id, mine)).toBe(true);
      expect(await idsOf(actor)).toHaveLength(left);
      expect((await totalsOf(actor)).calls).toBe(left);
      await expectNoDifference(actor);
    }
    // Another server takes it up, once the first one gives no sign of life.
    await runImport(actor.workspace.id, mine, () => NOW);
    expect((await getImport(actor.workspace, mine)).status).toBe("undoing");
    await forgetHeartbeat(actor);
    await runImport(actor.workspace.id, mine, () => NOW);
    expect(await getImport(actor.workspace, mine)).toMatchObject({ status: "undone", rowsUndone: 3 });
  });

  it("is refused while one of its calls lies in a closed month", async () => {
    const { actor, mine } = await logAll();
    await closeMonth(actor, "2026-10", NOW);
    await expect(undoImport(actor, mine)).rejects.toMatchObject({
      code: "month_closed",
      detail: "Calls of this import lie in closed months: October 2026. Open them again first.",
    });
    expect((await getImport(actor.workspace, mine)).status).toBe("done");

    // An import of other months is not held up.
    const later = await importFile(actor, file(line("c1", "2026-11-10")));
    await undoImport(actor, later.id);
    await runImport(actor.workspace.id, later.id, () => NOW);
    expect((await getImport(actor.workspace, later.id)).status).toBe("undone");
    await expectNoDifference(actor);
  });

  it("stops at a month that is closed all the same, and goes on once it is open again", async () => {
    const { actor, mine } = await logAll();
    await undoImport(actor, mine);
    await expect(closeMonth(actor, "2026-10", NOW)).rejects.toMatchObject({ code: "conflict" });
    await inWorkspace(actor.workspace.id, (tx) =>
      tx.monthClose.create({
        data: {
          workspaceId: actor.workspace.id,
          id: "cls_1",
          month: "2026-10",
          calls: 0,
          costNanoUsd: 0,
          unpricedCalls: 0,
          closedById: actor.id,
          closedAt: NOW,
        },
      }),
    );
    await runImport(actor.workspace.id, mine, () => NOW);
    expect(await getImport(actor.workspace, mine)).toMatchObject({
      status: "partly_undone",
      rowsUndone: 1,
      failure: "October 2026 was closed before its calls were removed. Open it again and undo the rest.",
    });
    await expectNoDifference(actor);

    await reopenMonth(actor, "2026-10", NOW);
    await undoImport(actor, mine);
    await runImport(actor.workspace.id, mine, () => NOW);
    expect(await getImport(actor.workspace, mine)).toMatchObject({
      status: "undone",
      rowsUndone: 3,
      failure: null,
    });
    await expectNoDifference(actor);
  });

  it("finds the calls of imports that did not keep where these lie", async () => {
    const { actor, mine } = await logAll();
    await inWorkspace(actor.workspace.id, (tx) =>
      tx.callImport.updateMany({ where: { id: mine }, data: { callsFrom: null, callsTo: null } }),
    );
    await undoImport(actor, mine);
    await runImport(actor.workspace.id, mine, () => NOW);
    expect((await getImport(actor.workspace, mine)).rowsUndone).toBe(3);
    await expectNoDifference(actor);
  });

  it("says what went wrong when it cannot go on", async () => {
    const { actor, mine } = await logAll();
    await undoImport(actor, mine);
    await inWorkspace(
      actor.workspace.id,
      (tx) => tx.$executeRaw`UPDATE call_import SET rows_undone = 9223372036854775807 WHERE id = ${mine}`,
    );
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await runImport(actor.workspace.id, mine, () => NOW);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    expect((await getImport(actor.workspace, mine)).status).toBe("partly_undone");
    expect(await idsOf(actor)).toHaveLength(7);
    await expectNoDifference(actor);
  });
});

async function forgetHeartbeat({ workspace }: Actor): Promise<void> {
  await inWorkspace(
    workspace.id,
    (tx) => tx.$executeRaw`UPDATE call_import SET heartbeat_at = clock_timestamp() - interval '11 seconds'`,
  );
}
