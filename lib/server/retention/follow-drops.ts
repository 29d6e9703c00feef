import "server-only";
import { systemActor } from "@/lib/server/audit/record-audit";
import { readDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { runTransaction } from "@/lib/server/db/run-transaction";
import { lockWorkspace } from "@/lib/server/settings/lock-workspace";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { beginDrop, findObstacle } from "./begin-drop";
import { cutDay, readSpan } from "./drop-span";

/** The workspaces in which another day has become old enough. Row-level security lets this setting see no others. */
export async function findFollowing(now: Date): Promise<{ workspaceId: string; id: string }[]> {
  const workspaces = await runTransaction("app.following_drops", "visible", (tx) =>
    tx.workspace.findMany({
      where: { callsKeptMonths: { not: null } },
      select: { id: true, timeZone: true, callsKeptFrom: true, callsKeptMonths: true },
    }),
  );
  return workspaces
    .filter(({ timeZone, callsKeptFrom, callsKeptMonths }) => {
      if (callsKeptMonths === null) return false;
      const keptFrom = callsKeptFrom && readDay(callsKeptFrom);
      return cutDay(keptFrom, { keptMonths: callsKeptMonths, timeZone, now }) !== keptFrom;
    })
    .map(({ id }) => ({ workspaceId: id, id }));
}

/** Has the days dropped that have become old enough since the last time; while something is in the way, a later time. */
export async function followDrops(workspaceId: string, now: Date): Promise<void> {
  const isFree = await inWorkspace(workspaceId, async (tx) => (await findObstacle(tx, workspaceId)) === null);
  if (!isFree) return;
  await inWorkspace(workspaceId, async (tx) => {
    const { timeZone, callsKeptFrom } = await lockWorkspace(tx, workspaceId);
    await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
    const { callsKeptMonths } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    if (callsKeptMonths === null || (await findObstacle(tx, workspaceId)) !== null) return;
    const keptFrom = callsKeptFrom && readDay(callsKeptFrom);
    const until = cutDay(keptFrom, { keptMonths: callsKeptMonths, timeZone, now });
    if (until === keptFrom) return;
    const span = await readSpan(tx, workspaceId, { keptFrom, until });
    const { id: createdById } = systemActor({ id: workspaceId });
    await beginDrop(tx, workspaceId, { span, until, createdById, now });
  });
}
