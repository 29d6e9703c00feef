import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { WORKSPACE_FIELDS } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { exportCalls } from "./export-calls";

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");

let workspace: WorkspaceRow;
beforeAll(async () => {
  const { id } = await createLoggingWorkspace(database, "Asia/Kathmandu");
  workspace = await inWorkspace(id, (tx) =>
    tx.workspace.findUniqueOrThrow({ where: { id }, select: WORKSPACE_FIELDS }),
  );
  const calls = Array.from({ length: 6_000 }, (_, index) => ({
    id: `call_${String(index).padStart(4, "0")}`,
    occurredAt: new Date(Date.UTC(2026, 10, 1) + index * 60_000).toISOString(),
    model: index === 7 ? "=unheard-of" : "gpt-image-2",
    size: "1024x1024",
    quality: "high",
    ...(index === 5_999 && { tags: { team: "growth, north" }, imagesAccepted: 1 }),
  }));
  await recordCalls(workspace, calls, NOW);
});

async function read(filter: Parameters<typeof exportCalls>[1]): Promise<Record<string, string>[]> {
  const response = exportCalls(workspace, filter);
  expect(response.headers.get("content-disposition")).toMatch(/attachment; filename=".+-calls\.csv"/);
  return parse(await response.text(), { columns: true });
}

test("every call of the filter is a line, newest first, across pages", async () => {
  const lines = await read({});
  expect(lines.map(({ id }) => id)).toEqual(
    Array.from({ length: 6_000 }, (_, index) => `call_${String(5_999 - index).padStart(4, "0")}`),
  );
  // 5:45 ahead of UTC: 03:59 on 5 November is 09:44 there.
  expect(lines[0]).toMatchObject({
    occurred_at: "2026-11-05T03:59:00.000Z",
    local_date: "2026-11-05",
    billed: "true",
    cost_basis: "rate_card",
    cost_usd: "0.210720000",
    images_accepted: "1",
    tags: '{"team":"growth, north"}',
  });
});

test("an unpriced call has no cost, and no cell is a formula", async () => {
  const [line, ...others] = await read({ costBasis: "unpriced" });
  expect(others).toEqual([]);
  expect(line).toMatchObject({
    id: "call_0007",
    model: "'=unheard-of",
    cost_usd: "",
    unpriced_reason: "unknown_model",
  });
});
