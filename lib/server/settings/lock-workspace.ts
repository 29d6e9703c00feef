import "server-only";
import { WORKSPACE_FIELDS, type WorkspaceRow } from "@/lib/server/access/actor";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";

/** The workspace as it is, held until the transaction ends: changes that depend on one another wait in line here. */
export async function lockWorkspace(tx: Transaction, id: string): Promise<WorkspaceRow> {
  await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${id} FOR NO KEY UPDATE`;
  const workspace = await tx.workspace.findUnique({ where: { id }, select: WORKSPACE_FIELDS });
  if (workspace === null) throw new RequestError("not_found", "The workspace was deleted in the meantime.");
  return workspace;
}
