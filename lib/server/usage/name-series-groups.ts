import "server-only";
import type { UsageSeriesQuery } from "@/lib/contracts/usage";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { nameGroups } from "./name-groups";

interface Keys {
  key: string | null;
  thenKey: string | null;
}

/** Groups of one or two dimensions under the values that filters take, and with labels for people. */
export async function nameSeriesGroups<Group extends Keys>(
  tx: Transaction,
  workspaceId: string,
  { groupBy, thenBy }: Pick<UsageSeriesQuery, "groupBy" | "thenBy">,
  groups: readonly Group[],
): Promise<(Group & { label: string; thenLabel: string | null })[]> {
  const named = await nameGroups(tx, workspaceId, groupBy, groups);
  if (thenBy === undefined) return named.map((group) => ({ ...group, thenLabel: null }));
  const inner = await nameGroups(
    tx,
    workspaceId,
    thenBy,
    groups.map(({ thenKey }) => ({ key: thenKey })),
  );
  return named.map((group, index) => ({
    ...group,
    thenKey: inner[index]?.key ?? null,
    thenLabel: inner[index]?.label ?? null,
  }));
}
