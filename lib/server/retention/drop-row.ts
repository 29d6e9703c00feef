import "server-only";
import { Prisma, type CallDrop } from "@/lib/server/generated/prisma/client";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";

/** A row of the table `call_drop`. */
export type DropRow = CallDrop;

/** A dropping that has not come to its end. */
export const OPEN_STATUSES = ["running", "stopping"];

/** The dropping, held until the transaction ends. Whoever needs the workspace or its calendar too takes these first. */
export async function lockDropRow(tx: Transaction, workspaceId: string, id: string): Promise<DropRow> {
  await tx.$queryRaw`SELECT id FROM call_drop WHERE workspace_id = ${workspaceId} AND id = ${id} FOR UPDATE`;
  const row = await tx.callDrop.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (row === null) throw new RequestError("not_found", "The workspace was deleted in the meantime.");
  return row;
}

/** Tells other servers that this one is at work. */
export async function beat(tx: Transaction, { workspaceId, id }: DropRow): Promise<void> {
  await tx.$executeRaw`
    UPDATE call_drop SET heartbeat_at = clock_timestamp() WHERE workspace_id = ${workspaceId} AND id = ${id}`;
}

/**
 * A dropping is anyone's that no server has begun, or whose server has not finished a batch for so long that it must have
 * died. Should it be alive after all, both delete the same calls, and each call only goes once.
 */
export const IS_FREE = Prisma.sql`(
  status IN ('running', 'stopping')
  AND COALESCE(heartbeat_at, '-infinity') < clock_timestamp() - interval '10 seconds')`;
