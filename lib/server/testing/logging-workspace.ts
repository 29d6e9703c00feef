import { randomUUID } from "node:crypto";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import type { TestDatabase } from "./use-test-database";

/** A workspace without people, for tests of what is logged into it, with the catalogue's prices. */
export async function createLoggingWorkspace(
  database: TestDatabase,
  timeZone = "UTC",
): Promise<{ id: string; timeZone: string }> {
  await withClient(database.url, syncCatalogue);
  const id = `wsp_${randomUUID()}`;
  await inWorkspace(id, (tx) => tx.workspace.create({ data: { id, slug: id, name: "Log", timeZone } }));
  return { id, timeZone };
}
