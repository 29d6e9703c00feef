import { beforeEach, expect, test } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { recordCalls } from "./record-calls";

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");

let workspace: { id: string; timeZone: string };
beforeEach(async () => {
  workspace = await createLoggingWorkspace(database, "UTC");
});

const call = (id: string, rest: Record<string, unknown> = {}) => ({
  id,
  occurredAt: "2026-11-03T10:22:41.120Z",
  model: "gpt-image-2",
  size: "1024x1024",
  quality: "low",
  ...rest,
});

const logOne = async (item: object) => (await recordCalls(workspace, [item], NOW)).results[0]?.status;

test("many small requests at once are each answered for their own calls, in fewer transactions", async () => {
  const statuses = await Promise.all(Array.from({ length: 120 }, (_, index) => logOne(call(`c-${index}`))));
  expect(new Set(statuses)).toEqual(new Set(["created"]));

  const { calls, differences } = await recountWorkspace(workspace.id);
  expect({ calls, differences }).toEqual({ calls: 120, differences: [] });
  const [written] = await inWorkspace(
    workspace.id,
    (tx) => tx.$queryRaw<{ transactions: bigint }[]>`
      SELECT count(DISTINCT xmin::text) AS transactions FROM call WHERE workspace_id = ${workspace.id}`,
  );
  // The first goes alone, and all that came while it was written go together.
  expect(written?.transactions).toBe(2n);
});

test("the same call in several requests at once is created by one of them, and another payload refused", async () => {
  const statuses = await Promise.all([
    ...Array.from({ length: 10 }, () => logOne(call("same"))),
    logOne(call("same", { quality: "high" })),
  ]);
  expect(statuses.filter((status) => status === "created")).toHaveLength(1);
  expect(statuses.filter((status) => status === "exists")).toHaveLength(9);
  expect(statuses.at(-1)).toBe("conflict");
  expect(await recountWorkspace(workspace.id)).toMatchObject({ calls: 1, differences: [] });
});

test("a request that cannot be written fails by itself", async () => {
  const gone = { id: "wsp_gone" };
  const results = await Promise.allSettled([
    recordCalls(gone, [call("a")], NOW),
    recordCalls(gone, [call("b")], NOW),
    logOne(call("c")),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
  expect(await logOne(call("d"))).toBe("created");
});
