import { expect, test } from "vitest";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getCall } from "./get-call";
import { listCalls } from "./list-calls";

const database = useTestDatabase();

test("a call is found by its id as the list shows it, and only in its own workspace", async () => {
  const workspace = await createLoggingWorkspace(database);
  const elsewhere = await createLoggingWorkspace(database);
  const calls = [
    { id: "req_1", occurredAt: "2026-11-03T10:22:41.120Z", model: "gpt-image-2", workflow: "heroes" },
  ];
  await recordCalls(workspace, calls, new Date("2026-11-04T00:00:00Z"));

  const { items } = await listCalls(workspace, { limit: 50 });
  expect(await getCall(workspace, "req_1")).toEqual(items[0]);
  await expect(getCall(elsewhere, "req_1")).rejects.toMatchObject({ code: "not_found" });
  await expect(getCall(workspace, "req_2")).rejects.toMatchObject({ code: "not_found" });
});
