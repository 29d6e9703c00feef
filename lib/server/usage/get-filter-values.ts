import "server-only";
import type { FilterValues } from "@/lib/contracts/usage";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentTrackedTag } from "@/lib/server/tags/present-tracked-tag";

type Row = Record<"providers" | "models" | "sizes" | "qualities", string[] | null> &
  Record<"firstDate" | "lastDate", string | null>;

/** The values that the workspace's calls carry, to choose filters from, and the days that they span. */
export function getFilterValues(workspace: { id: string }): Promise<FilterValues> {
  return inWorkspace(workspace.id, async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT array_agg(DISTINCT provider) AS "providers", array_agg(DISTINCT model) AS "models",
        array_agg(DISTINCT size) FILTER (WHERE size IS NOT NULL) AS "sizes",
        array_agg(DISTINCT quality) FILTER (WHERE quality IS NOT NULL) AS "qualities",
        (SELECT min(local_date)::text FROM usage_daily WHERE workspace_id = ${workspace.id}) AS "firstDate",
        (SELECT max(local_date)::text FROM usage_daily WHERE workspace_id = ${workspace.id}) AS "lastDate"
      FROM usage_monthly WHERE workspace_id = ${workspace.id}`;
    const workflows = await tx.workflow.findMany({
      where: { workspaceId: workspace.id },
      select: { slug: true, name: true },
    });
    const tags = await tx.trackedTag.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ createdAt: "asc" }, { key: "asc" }],
    });
    const values = await tx.trackedTagValue.findMany({
      where: { workspaceId: workspace.id },
      select: { tagKey: true, value: true },
      orderBy: { value: "asc" },
    });
    return {
      workflows: workflows.sort((a, b) => a.name.localeCompare(b.name, "en")),
      providers: row?.providers ?? [],
      models: row?.models ?? [],
      sizes: row?.sizes ?? [],
      qualities: row?.qualities ?? [],
      tags: tags.map(presentTrackedTag).map(({ key, isFull, countedFrom, isCounting }) => ({
        key,
        values: values.flatMap(({ tagKey, value }) => (tagKey === key ? value : [])),
        isFull,
        countedFrom,
        isCounting,
      })),
      firstDate: row?.firstDate ?? null,
      lastDate: row?.lastDate ?? null,
    };
  });
}
