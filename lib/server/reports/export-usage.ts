import "server-only";
import type { z } from "zod";
import type { UsageDimension, usageSeriesQuerySchema } from "@/lib/contracts/usage";
import { prepareUsageTable } from "@/lib/reports";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";
import { addUsageSums } from "./add-usage-sums";
import { csvResponse } from "./csv-response";

/** The sums of a filter's calls by day or month, and by one dimension where one is chosen, as a file. */
export async function exportUsage(
  workspace: WorkspaceRow,
  { groupBy, interval, ...filter }: z.infer<typeof usageSeriesQuerySchema>,
): Promise<Response> {
  const { groups, workflows } = await inWorkspace(
    workspace.id,
    async (tx) => ({
      groups: await sumUsageBy(tx, workspace, {
        ...filter,
        by: groupBy === undefined ? [interval] : [interval, groupBy],
      }),
      workflows: await tx.workflow.findMany({
        where: { workspaceId: workspace.id },
        select: { id: true, slug: true, name: true },
      }),
    }),
    { isolationLevel: "RepeatableRead" },
  );
  const workflowById = new Map(workflows.map((workflow) => [workflow.id, workflow]));
  const groupCells = (value: string | null): (string | null)[] => {
    if (groupBy === undefined) return [];
    if (groupBy !== "workflow") return [value];
    if (value === null) return [null, "No workflow"];
    const workflow = workflowById.get(value);
    return [workflow?.slug ?? value, workflow?.name ?? value];
  };
  const rows = prepareUsageTable({
    periodColumn: interval === "day" ? "date" : "month",
    groupColumns: groupColumns(groupBy),
    rows: groups.map(({ keys, sums }) => ({
      period: keys[interval] ?? "",
      group: groupCells(groupBy === undefined ? null : keys[groupBy]),
      ...sums,
    })),
    total: addUsageSums(groups.map(({ sums }) => sums)),
  });
  return csvResponse(`pixelcast-${workspace.slug}-usage-${filter.from}-to-${filter.to}.csv`, rows);
}

function groupColumns(groupBy: UsageDimension | undefined): string[] {
  if (groupBy === undefined) return [];
  if (groupBy === "workflow") return ["workflow", "workflow_name"];
  return [groupBy === "costBasis" ? "cost_basis" : groupBy];
}
