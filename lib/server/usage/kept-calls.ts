import "server-only";
import { readDay } from "@/lib/server/db/calendar-day";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { formatDate } from "@/lib/time";

/**
 * The first local day whose single calls are all there, as a value for SQL. The sums of earlier days stay as they are:
 * nothing is counted, priced or cut anew there. Whoever writes reads it after taking the calendar.
 */
export function keptFrom(workspaceId: string): Prisma.Sql {
  return Prisma.sql`COALESCE((SELECT calls_kept_from FROM workspace WHERE id = ${workspaceId}), '-infinity'::date)`;
}

/** The same day, or null where every call is kept. */
export async function findKeptFrom(tx: Transaction, workspaceId: string): Promise<string | null> {
  const workspace = await tx.workspace.findUnique({
    where: { id: workspaceId },
    select: { callsKeptFrom: true },
  });
  return workspace?.callsKeptFrom ? readDay(workspace.callsKeptFrom) : null;
}

/** "The single calls before 1 Mar 2026 were dropped" */
export function droppedSentence(from: string): string {
  return `The single calls before ${formatDate(from)} were dropped`;
}

/** Why a call is not found by its id. */
export function noSuchCall(from: string | null): string {
  const missing = "No call of this workspace has this id.";
  return from === null ? missing : `${missing} ${droppedSentence(from)}; their sums stay.`;
}
