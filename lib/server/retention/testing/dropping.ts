import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Actor } from "@/lib/server/access/actor";
import type { Retention } from "@/lib/contracts/retention";
import { dropCalls } from "../drop-calls";
import { getRetention } from "../get-retention";
import { previewRetention } from "../preview-retention";
import { runDrop } from "../run-drop";

/** Confirms what a preview says; nothing is dropped yet. */
export async function confirmDrop(
  actor: Actor,
  keptMonths: number,
  now: Date,
  follows = false,
): Promise<Retention> {
  const { keptFrom, calls, costNanoUsd } = await previewRetention(actor.workspace, keptMonths, now);
  return dropCalls(actor, { keptMonths, keptFrom, calls, costNanoUsd, follows }, now);
}

/** Does what a server does for the latest dropping. */
export async function runLatest({ workspace }: Actor, now: Date): Promise<Retention> {
  const { drop } = await getRetention(workspace);
  if (drop !== null) await runDrop(workspace.id, drop.id, () => now);
  return getRetention(workspace);
}

export async function drop(actor: Actor, keptMonths: number, now: Date): Promise<Retention> {
  await confirmDrop(actor, keptMonths, now);
  return runLatest(actor, now);
}

/** As if the server that was at work had died long ago. */
export async function forgetHeartbeat({ workspace }: Actor): Promise<void> {
  await inWorkspace(workspace.id, (tx) => tx.callDrop.updateMany({ data: { heartbeatAt: null } }));
}

/** The ids of the single calls that are left, and every daily sum to the last digit. */
export function stateOf({ workspace }: Actor): Promise<{ ids: string[]; sums: string[] }> {
  return inWorkspace(workspace.id, async (tx) => {
    const calls = await tx.call.findMany({ select: { id: true }, orderBy: { id: "asc" } });
    const sums = await tx.$queryRaw<
      { row: string }[]
    >`SELECT usage_daily::text AS row FROM usage_daily ORDER BY 1`;
    return { ids: calls.map(({ id }) => id), sums: sums.map(({ row }) => row) };
  });
}
