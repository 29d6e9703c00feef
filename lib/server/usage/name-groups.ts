import "server-only";
import { formatTagValue, parseTagValue, tagKeyOf, tagValueLabel } from "@/lib/contracts/tag-filter";
import { type UsageDimension, usageDimensionSchema, type UsageGrouping } from "@/lib/contracts/usage";
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
  grouping: UsageGrouping | undefined,
  groups: readonly Group[],
): Promise<(Group & { label: string })[]> {
  if (grouping === undefined) return groups.map((group) => ({ ...group, label: "All calls" }));
  const tagKey = tagKeyOf(grouping);
  if (tagKey !== null) return groups.map((group) => ({ ...group, ...nameTagValue(tagKey, group.key) }));
  const dimension = usageDimensionSchema.parse(grouping);
  const workflows =
    dimension === "workflow" ? await findWorkflows(tx, workspaceId) : new Map<string, Named>();
  return groups.map((group) => {
    if (group.key === null) return { ...group, label: UNSET[dimension] ?? "None" };
    const workflow = workflows.get(group.key);
    return { ...group, key: workflow?.slug ?? group.key, label: workflow?.name ?? group.key };
  });
}

function nameTagValue(tagKey: string, key: string | null): { key: string | null; label: string } {
  if (key === null) return { key, label: tagValueLabel(tagKey, { kind: "none" }) };
  const tag = parseTagValue(key);
  return { key: formatTagValue(tag), label: tagValueLabel(tagKey, tag) };
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
