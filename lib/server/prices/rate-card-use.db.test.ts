import { beforeEach, expect, test } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";

const database = useTestDatabase();

let workspace: { id: string };
beforeEach(async () => {
  workspace = await createLoggingWorkspace(database);
});

// Asked while the calendar is held, so that no call is written in the meantime.
test("what calls were priced with before is found by an index, behind row-level security too", async () => {
  const plan = await inWorkspace(workspace.id, async (tx) => {
    // The planner reads an empty table from end to end wherever it may.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT 1 FROM call_price_change
      WHERE workspace_id = ${workspace.id} AND before_rate_card_id = 'rate_x'`;
  });
  const lines = plan.map((row) => row["QUERY PLAN"]).join("\n");
  expect(lines).toMatch(/Index Cond: \(.*workspace_id.* AND .*before_rate_card_id = 'rate_x'.*\)/);
  expect(lines).not.toMatch(/^ +Filter:/m);
});
