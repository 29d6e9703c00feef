import { describe, expect, it } from "vitest";
import type { ImportMapping } from "@/lib/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { getUsageTotals } from "@/lib/server/usage/usage-totals";
import { cancelImport } from "./cancel-import";
import { claimImport, findOpenImports } from "./claim-import";
import { commitBatch, ImportStopped } from "./commit-batch";
import { exportRejects } from "./export-rejects";
import { getImport } from "./get-import";
import { listRejects } from "./list-rejects";
import { pauseImport, resumeImport } from "./pause-import";
import { runImport } from "./run-import";
import { countsOf, createImporter, importFile, NOW, queue } from "./testing/import-file";

const database = useTestDatabase();

const HEADER = "id,created_at,model,workflow,size,quality,n";
const line = (id: string | number, rest = "gpt-image-2,heroes,1024x1024,high,1") =>
  `${id},2026-11-03 10:22:41,${rest}`;
const file = (...lines: string[]) => `${[HEADER, ...lines].join("\n")}\n`;
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => line(`r${from + index}`));

const totalsOf = (workspace: { id: string }) =>
  inWorkspace(workspace.id, (tx) => getUsageTotals(tx, workspace, {}));

describe("runImport", () => {
  it("accounts for every row and adds nothing the second time", async () => {
    const actor = await createImporter(database);
    const content = file(
      line("a"),
      line("b", "gpt-image-2,heroes,1024x1024,high,many"),
      line("a"),
      line("c"),
      line("c", "m,w,,,2"),
    );
    const first = await importFile(actor, content, (mapping) => {
      mapping.fields.id = { column: "id", translate: null, assumed: null };
    });
    expect(first).toMatchObject({
      status: "done",
      failure: null,
      rowsTotal: 5,
      finishedAt: NOW.toISOString(),
    });
    expect(countsOf(first)).toEqual([5, 2, 0, 1, 1, 1]);
    const { items } = await listRejects(actor.workspace, first.id, { limit: 10 });
    expect(items).toEqual([
      {
        line: 3,
        field: "n",
        reason: "n: “many” is not a number",
        content: "b,2026-11-03 10:22:41,gpt-image-2,heroes,1024x1024,high,many",
      },
      {
        line: 6,
        field: "id",
        reason: "Another call with this id was logged before, with other content; the first one stays",
        content: "c,2026-11-03 10:22:41,m,w,,,2",
      },
    ]);

    const totals = await totalsOf(actor.workspace);
    expect(totals).toMatchObject({ calls: 2, costNanoUsd: String(2n * 210_720_000n) });
    const second = await importFile(actor, content, (mapping) => {
      mapping.fields.id = { column: "id", translate: null, assumed: null };
    });
    expect(countsOf(second)).toEqual([5, 0, 2, 1, 1, 1]);
    expect(await totalsOf(actor.workspace)).toEqual(totals);
    expect((await recountWorkspace(actor.workspace.id)).differences).toEqual([]);
  });

  it("knows rows without an id again by their content, in whatever order the columns come", async () => {
    const actor = await createImporter(database);
    const content =
      "created_at,model,note\n2026-11-03 10:00:00,m,x\n2026-11-03 10:00:00,m,x\n2026-11-03 10:00:00,m,y\n";
    const turned = "note,model,created_at\ny,m,2026-11-03 10:00:00\nx,m,2026-11-03 10:00:00\n";
    expect(countsOf(await importFile(actor, content))).toEqual([3, 2, 0, 1, 0, 0]);
    expect(countsOf(await importFile(actor, turned))).toEqual([2, 0, 2, 0, 0, 0]);
  });

  it("counts each repeated row where that is chosen, and still adds nothing the second time", async () => {
    const actor = await createImporter(database);
    const row = "2026-11-03 10:00:00,m";
    const content = ["created_at,model", row, row, row].join("\n");
    const countEach = (mapping: ImportMapping) => {
      mapping.repeats = "count_each";
    };
    expect(countsOf(await importFile(actor, content, countEach))).toEqual([3, 3, 0, 0, 0, 0]);
    expect(countsOf(await importFile(actor, content, countEach))).toEqual([3, 0, 3, 0, 0, 0]);
    expect(countsOf(await importFile(actor, `${content}\n${row}`, countEach))).toEqual([4, 1, 3, 0, 0, 0]);
  });

  it("goes on after a crash exactly where the last batch ended", async () => {
    const rows = many(4500);
    rows[3500] = "broken";
    const repeated = [...rows, ...rows.slice(0, 10)].map((row) => row.replace(/^r\d+/, ""));
    const countEach = (mapping: ImportMapping) => {
      mapping.repeats = "count_each";
    };
    const undisturbed = await createImporter(database);
    const expected = await importFile(undisturbed, file(...repeated), countEach);
    expect(countsOf(expected)).toEqual([4510, 4509, 0, 0, 0, 1]);

    const actor = await createImporter(database);
    const id = await queue(actor, file(...repeated), countEach);
    for (const crashAfter of [1, 1500, 2300]) {
      await expect(runImport(actor.workspace.id, id, crashingClock(crashAfter), 1000)).rejects.toThrow(
        "Connection terminated",
      );
      const left = await getImport(actor.workspace, id);
      expect(left.status).toBe("running");
      expect(left.rowsRead % 1000).toBe(0);
      // A server that still gives signs of life keeps its import.
      expect(await claimImport(actor.workspace.id, id)).toBeNull();
      await forgetHeartbeat(actor.workspace.id);
    }
    await runImport(actor.workspace.id, id, () => NOW);
    expect(countsOf(await getImport(actor.workspace, id))).toEqual(countsOf(expected));
    expect(await totalsOf(actor.workspace)).toEqual(await totalsOf(undisturbed.workspace));
    expect((await recountWorkspace(actor.workspace.id)).differences).toEqual([]);
  });

  it("is read by one server only: the one that lost it stops and writes nothing", async () => {
    const actor = await createImporter(database);
    const id = await queue(actor, file(...many(3)));
    const [claimed, late] = [
      await claimImport(actor.workspace.id, id),
      await claimImport(actor.workspace.id, id),
    ];
    expect(late).toBeNull();
    const row = { line: 2, field: null, reason: "x", content: "x" };
    const own = { workspaceId: actor.workspace.id, id: claimed?.id ?? "" };
    await commitBatch(own, 0, [row], { now: NOW });
    await expect(commitBatch(own, 0, [row], { now: NOW })).rejects.toThrow(ImportStopped);
    expect(countsOf(await getImport(actor.workspace, id))).toEqual([1, 0, 0, 0, 0, 1]);
  });

  it("stops between two batches when it is cancelled, and keeps what it has counted", async () => {
    const actor = await createImporter(database);
    const id = await queue(actor, file(...many(30_000)));
    let cancelled: Promise<unknown> | undefined;
    let calls = 0;
    await runImport(actor.workspace.id, id, () => {
      calls += 1;
      if (calls === 1500) cancelled = cancelImport(actor, id, NOW);
      return NOW;
    });
    await cancelled;
    const result = await getImport(actor.workspace, id);
    expect(result).toMatchObject({ status: "cancelled", rowsTotal: 30_000 });
    expect(result.rowsRead).toBeLessThan(30_000);
    expect((await totalsOf(actor.workspace)).calls).toBe(result.rowsCreated);
    expect(await recountWorkspace(actor.workspace.id)).toMatchObject({
      calls: result.rowsCreated,
      differences: [],
    });
    const parts = await inWorkspace(actor.workspace.id, (tx) => tx.callImportPart.count());
    expect(parts).toBe(0);
  });

  it("stops between two batches when it is paused, keeps its file, and goes on where it stopped", async () => {
    const actor = await createImporter(database);
    const id = await queue(actor, file(...many(30_000)));
    let paused: Promise<unknown> | undefined;
    let calls = 0;
    await runImport(actor.workspace.id, id, () => {
      calls += 1;
      if (calls === 1500) paused = pauseImport(actor, id);
      return NOW;
    });
    await paused;
    const left = await getImport(actor.workspace, id);
    expect(left).toMatchObject({ status: "paused", rowsTotal: 30_000, finishedAt: null });
    expect(left.rowsRead).toBeLessThan(30_000);
    expect((await totalsOf(actor.workspace)).calls).toBe(left.rowsCreated);
    // Nobody goes on with it by themselves.
    await runImport(actor.workspace.id, id, () => NOW);
    expect((await getImport(actor.workspace, id)).rowsRead).toBe(left.rowsRead);
    await expect(pauseImport(actor, id)).rejects.toMatchObject({ code: "conflict" });

    expect((await resumeImport(actor, id)).status).toBe("queued");
    await expect(resumeImport(actor, id)).rejects.toMatchObject({ code: "conflict" });
    await runImport(actor.workspace.id, id, () => NOW);
    const result = await getImport(actor.workspace, id);
    expect(result.status).toBe("done");
    expect(countsOf(result)).toEqual([30_000, 30_000, 0, 0, 0, 0]);
    expect((await recountWorkspace(actor.workspace.id)).differences).toEqual([]);
  });

  it("can be cancelled while it is paused", async () => {
    const actor = await createImporter(database);
    const id = await queue(actor, file(...many(3)));
    await pauseImport(actor, id);
    expect(await findOpenImports()).not.toContainEqual({ workspaceId: actor.workspace.id, id });
    expect(await cancelImport(actor, id, NOW)).toMatchObject({ status: "cancelled", rowsRead: 0 });
  });

  it("fails with a reason where the file stops being the text that it began as", async () => {
    const actor = await createImporter(database);
    // Further in than the part of a file that its encoding is found from.
    const wide = Array.from({ length: 20 }, (_, index) => `${line(`r${index}`)},${"ü".repeat(450_000)}`);
    const bytes = Buffer.concat([
      Buffer.from([`${HEADER},note`, ...wide, ""].join("\n")),
      Buffer.from([0xff, 0xfe, 0x0a]),
    ]);
    const id = await queue(actor, bytes);
    await runImport(actor.workspace.id, id, () => NOW);
    const result = await getImport(actor.workspace, id);
    expect(result.status).toBe("failed");
    expect(result.failure).toMatch(/^Near byte [\d,]+ the file is not UTF-8/);
  });

  it("is found by any server while it waits, across workspaces, and by none once it is done", async () => {
    const [a, b] = [await createImporter(database), await createImporter(database)];
    const ids = [await queue(a, file(line("x"))), await queue(b, file(line("x")))];
    const open = async () => (await findOpenImports()).map(({ id }) => id).filter((id) => ids.includes(id));
    expect(new Set(await open())).toEqual(new Set(ids));
    await runImport(a.workspace.id, ids[0] ?? "", () => NOW);
    expect(await open()).toEqual([ids[1]]);
  });
});

describe("exportRejects", () => {
  it("gives a file that can be mended and imported again", async () => {
    const actor = await createImporter(database);
    const content = "created_at;model;note;n\n2026-11-03 10:00:00;m;=2+3;2\n2026-11-03 10:00:00;m;=2+3;two\n";
    const first = await importFile(actor, content);
    expect(countsOf(first)).toEqual([2, 1, 0, 0, 0, 1]);
    const rejects = await (await exportRejects(actor.workspace, first.id)).text();
    expect(rejects).toBe(
      "created_at,model,note,n,reject_line,reject_field,reject_reason\r\n2026-11-03 10:00:00,m,'=2+3,two,3,n,n: “two” is not a number\r\n",
    );
    const mended = rejects.replace(",two,", ",2,");
    // The mended row is the row that was imported already: the apostrophe and the reason are not part of it.
    expect(countsOf(await importFile(actor, mended))).toEqual([1, 0, 1, 0, 0, 0]);
    expect(countsOf(await importFile(actor, rejects.replace(",two,", ",3,")))).toEqual([1, 1, 0, 0, 0, 0]);
  });
});

/** Works so many times, then fails as a lost database does. */
function crashingClock(calls: number): () => Date {
  let left = calls;
  return () => {
    left -= 1;
    if (left < 0) throw new Error("Connection terminated unexpectedly");
    return NOW;
  };
}

async function forgetHeartbeat(workspaceId: string): Promise<void> {
  await inWorkspace(
    workspaceId,
    (tx) => tx.$executeRaw`UPDATE call_import SET heartbeat_at = clock_timestamp() - interval '11 seconds'`,
  );
}
