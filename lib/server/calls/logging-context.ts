import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { arrayLiteral } from "./array-literal";
import type { Tariff } from "./decide-call";
import { discoverWorkflows } from "./discover-workflows";
import { getTariff, TARIFF_VERSION } from "./tariff";

/** What a batch of calls is written with. */
export interface LoggingContext {
  timeZone: string;
  /** The first local day that calls are taken for; null: any. */
  keptFrom: string | null;
  tariff: Tariff;
  /** The keys of the tags that are tracked. */
  trackedTags: readonly string[];
  /** By the name that calls carry. */
  workflowIds: ReadonlyMap<string, string>;
}

/**
 * Reads the context in one query, but for a tariff that has changed and workflows that are new. The workspace stays
 * until the transaction ends: the table of calls has no foreign key that would see to it.
 */
export async function getLoggingContext(
  tx: Transaction,
  workspaceId: string,
  workflowNames: ReadonlySet<string>,
  now: Date,
): Promise<LoggingContext> {
  const [row] = await tx.$queryRaw<
    {
      timeZone: string;
      keptFrom: string | null;
      version: string;
      workflowIds: Record<string, string> | null;
      trackedTags: string[] | null;
    }[]
  >`
    SELECT time_zone AS "timeZone", calls_kept_from::text AS "keptFrom",
      ${TARIFF_VERSION} AS version,
      (SELECT jsonb_object_agg(slug, id) FROM workflow
        WHERE workspace_id = workspace.id AND slug = ANY(${arrayLiteral([...workflowNames])}::text[])) AS "workflowIds",
      (SELECT array_agg(key) FROM tracked_tag WHERE workspace_id = workspace.id) AS "trackedTags"
    FROM workspace WHERE id = ${workspaceId} FOR KEY SHARE`;
  if (row === undefined) throw new Error(`Workspace ${workspaceId} is gone.`);
  const known = new Map(Object.entries(row.workflowIds ?? {}));
  const { tariff } = await getTariff(tx, workspaceId, row.version);
  return {
    timeZone: row.timeZone,
    keptFrom: row.keptFrom,
    tariff,
    trackedTags: row.trackedTags ?? [],
    workflowIds: await discoverWorkflows(tx, workspaceId, workflowNames, known, now),
  };
}
