import "server-only";
import type { CarriedTag, TagList } from "@/lib/contracts/tags";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentTrackedTag } from "./present-tracked-tag";

/** Enough to meet every tag that is in use, few enough to be read whenever somebody looks. */
const SAMPLED_CALLS = 2000;

const EXAMPLES = 3;

interface Row {
  key: string;
  calls: bigint;
  values: bigint;
  examples: string[];
}

/**
 * The tags that the latest calls carry, with their most frequent values, and those that are tracked. However long the log
 * is, no more than the sample is read of it.
 */
export function listTags(workspace: { id: string }): Promise<TagList> {
  return inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.trackedTag.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ createdAt: "asc" }, { key: "asc" }],
    });
    const tracked = rows.map(presentTrackedTag);
    // The workspace's policy makes PostgreSQL expect a single row, and rather sort the log than walk the index that has
    // its order.
    await tx.$executeRaw`SET LOCAL enable_sort = off`;
    const [sampled] = await tx.$queryRaw<{ calls: bigint; tags: Row[] | null }[]>`
      WITH recent AS MATERIALIZED (
        SELECT tags FROM call WHERE workspace_id = ${workspace.id}
        ORDER BY occurred_at DESC, id DESC LIMIT ${SAMPLED_CALLS}
      ), valued AS (
        SELECT tag.key, tag.value, count(*) AS calls
        FROM recent CROSS JOIN LATERAL jsonb_each_text(recent.tags) AS tag
        GROUP BY tag.key, tag.value
      ), keyed AS (
        SELECT key, sum(calls) AS calls, count(*) AS values,
          (array_agg(value ORDER BY calls DESC, value))[1:${EXAMPLES}::integer] AS examples
        FROM valued GROUP BY key
      )
      SELECT (SELECT count(*) FROM recent) AS calls,
        (SELECT jsonb_agg(keyed ORDER BY calls DESC, key) FROM keyed) AS tags`;
    const carried = sampled?.tags ?? [];
    const find = (key: string) => carried.find((row) => row.key === key);
    const toItem = (key: string): CarriedTag => {
      const row = find(key);
      return {
        key,
        calls: Number(row?.calls ?? 0),
        values: Number(row?.values ?? 0),
        examples: row?.examples ?? [],
        tracked: tracked.find((tag) => tag.key === key) ?? null,
      };
    };
    return {
      items: [...new Set([...tracked, ...carried].map(({ key }) => key))].map(toItem),
      sampledCalls: Number(sampled?.calls ?? 0),
    };
  });
}
