import "server-only";
import type { UsageDimension } from "@/lib/contracts/usage";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** How a group is called whose calls carry no value. */
const UNSET: Partial<Record<UsageDimension, string>> = {
  workflow: "No workflow",
  stage: "No stage",
  size: "No size",
  quality: "No quality",
  unpricedReason: "Has a price",
};

/**
 * The groups under the value that filters take, and with a label for people. They come with what the database groups
 * by, which for a workflow is its id.
 */
export async function nameGroups<Group extends { key: string | null }>(
  tx: Transaction,
  workspaceId: string,
  dimension: UsageDimension | undefined,
  groups: readonly Group[],
): Promise<(Group & { label: string })[]> {
  if (dimension === undefined) return groups.map((group) => ({ ...group, label: "All calls" }));
  const workflows =
    dimension === "workflow" ? await findWorkflows(tx, workspaceId) : new Map<string, Named>();
  return groups.map((group) => {
    if (group.key === null) return { ...group, label: UNSET[dimension] ?? "None" };
    const workflow = workflows.get(group.key);
    return { ...group, key: workflow?.slug ?? group.key, label: workflow?.name ?? group.key };
  });
}

interface Named {
  slug: string;
  name: string;
}

async function findWorkflows(tx: Transaction, workspaceId: string): Promise<Map<string, Named>> {
  const rows = await tx.workflow.findMany({
    where: { workspaceId },
    select: { id: true, slug: true, name: true },
  });
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}
