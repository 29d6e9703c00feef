import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { report } from "./figures";
import { measureExport } from "./measure-export";
import { measureImport } from "./measure-import";
import { measureIngest } from "./measure-ingest";
import { measureProjection } from "./measure-projection";
import { measureQueries } from "./measure-queries";
import { withProductRunning } from "./product";
import { bodyOf, send } from "./send-calls";
import { variedCall } from "./varied-calls";

/**
 * `npm run bench`: how fast it is, each figure beside its goal or a reference measured in the same run. The log grows to
 * ten million calls, or to what `-- --calls 100000000` says.
 */
const { values } = parseArgs({ options: { calls: { type: "string", default: "10000000" } } });
const mostCalls = Number(values.calls);
const sizes = [100_000, 1_000_000, 10_000_000].filter((size) => size < mostCalls).concat(mostCalls);
const projection = await measureProjection();

const served = await withProductRunning(async (product) => {
  const busy = await createWorkspace("busy");
  const ingest = await measureIngest(product, busy.workspace.id, busy.secret);
  const imported = await measureImport(product, busy.secret);

  const long = await createWorkspace("long");
  const first = Array.from({ length: 20 }, (_, batch) =>
    bodyOf("long", "months", batch * 500, 500, variedCall),
  );
  await send(product, long.secret, 1, first);
  const queries = await measureQueries(product, long.workspace, sizes);
  const exported = await measureExport(product, long.secret, mostCalls);
  return [...ingest, ...imported, ...queries, ...exported];
});

report([...projection, ...served]);

async function createWorkspace(slug: string): Promise<{ workspace: WorkspaceRow; secret: string }> {
  const { inWorkspace } = await import("@/lib/server/db/in-workspace");
  const { WORKSPACE_FIELDS } = await import("@/lib/server/access/actor");
  const { createApiKey } = await import("@/lib/server/access/create-api-key");
  const id = `wsp_${randomUUID()}`;
  const workspace = await inWorkspace(id, (tx) =>
    tx.workspace.create({ data: { id, slug, name: slug, timeZone: "UTC" }, select: WORKSPACE_FIELDS }),
  );
  const { secret } = await createApiKey({
    workspaceId: id,
    name: "Bench",
    scopes: ["ingest", "read"],
    createdById: null,
    expiresAt: null,
    now: new Date(),
  });
  return { workspace, secret };
}
