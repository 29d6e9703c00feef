import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { lockConnectorRow } from "./connector-row";

/** Forgets a connector, its key, its runs and what the provider reported through it. Calls that it logged stay. */
export function deleteConnector(actor: Actor, connectorId: string): Promise<void> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const { kind, name } = await lockConnectorRow(tx, workspaceId, connectorId);
    await tx.connector.delete({ where: { workspaceId_id: { workspaceId, id: connectorId } } });
    await recordAudit(tx, {
      actor,
      action: "connector.deleted",
      subject: `connector:${connectorId}`,
      detail: { kind, name },
    });
  });
}
