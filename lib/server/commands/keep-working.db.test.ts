import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it, vi } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { getImport } from "@/lib/server/imports/get-import";
import { countsOf, createImporter, queue } from "@/lib/server/imports/testing/import-file";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { keepWorking } from "./keep-working";
import { hasEnded, spawnWork } from "./spawn-child";

/** The process starts twice, which takes a while on a busy machine. */
const PATIENCE_MS = 240_000;
vi.setConfig({ testTimeout: PATIENCE_MS });

const database = useTestDatabase();

const begun: ChildProcess[] = [];
function begin(): ChildProcess {
  const child = spawnWork({ DATABASE_URL: database.url });
  begun.push(child);
  return child;
}
afterEach(() => {
  for (const child of begun.splice(0)) child.kill("SIGKILL");
});

const ROWS = 30_000;
const lines = Array.from({ length: ROWS }, (_, index) => `r${index},2026-11-03 10:22:41,gpt-image-2,heroes`);

it("goes on with a file when the process that read it was killed, and stops when it is told to", async () => {
  const actor = await createImporter(database);
  const id = await queue(actor, ["id,created_at,model,workflow", ...lines].join("\n"));
  const over = new AbortController();
  const said: string[] = [];
  const working = keepWorking(begin, (message) => said.push(message), over.signal);

  const progress = () => getImport(actor.workspace, id);
  const patience = { timeout: PATIENCE_MS, interval: 50 };
  await vi.waitFor(async () => expect((await progress()).rowsRead).toBeGreaterThan(0), patience);
  begun[0]?.kill("SIGKILL");
  await vi.waitFor(() => expect(begun.length).toBe(2), patience);
  expect(said).toEqual(["Background work has ended unexpectedly; starting it again."]);
  const left = await progress();
  expect(left.status).toBe("running");
  expect(left.rowsRead).toBeLessThan(ROWS);

  await forgetHeartbeat(actor.workspace.id);
  await vi.waitFor(async () => expect((await progress()).status).toBe("done"), patience);
  expect(countsOf(await progress())).toEqual([ROWS, ROWS, 0, 0, 0, 0]);
  expect(await recountWorkspace(actor.workspace.id)).toMatchObject({ calls: ROWS, differences: [] });

  over.abort();
  await working;
  expect(begun.map(hasEnded)).toEqual([true, true]);
});

it("ends when the process that began it is gone, even where that could not say so", async () => {
  const child = begin();
  const ended = once(child, "exit");
  // Its end breaks the channel between the two.
  child.disconnect();
  expect(await ended).toEqual([1, null]);
});

async function forgetHeartbeat(workspaceId: string): Promise<void> {
  await inWorkspace(
    workspaceId,
    (tx) => tx.$executeRaw`UPDATE call_import SET heartbeat_at = clock_timestamp() - interval '11 seconds'`,
  );
}
