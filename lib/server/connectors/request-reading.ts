import "server-only";
import type { Connector } from "@/lib/contracts/connectors";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { RequestError } from "@/lib/server/http/request-error";
import { startOfDay } from "@/lib/time/zone";
import { lockConnectorRow } from "./connector-row";
import { presentConnector } from "./present-connector";

/**
 * Has a connector read now: from where it ended, or again from a day on. One that is being read is not read twice: a
 * back-fill follows when that span is over.
 */
export function requestReading(
  actor: Actor,
  connectorId: string,
  { backfillFrom }: { backfillFrom: string | null },
  now: Date,
): Promise<Connector> {
  const { id: workspaceId, timeZone } = actor.workspace;
  return inWorkspace(workspaceId, async (tx) => {
    const row = await lockConnectorRow(tx, workspaceId, connectorId);
    if (row.paused) throw new RequestError("conflict", "The connector is paused. Resume it first.");
    const isRead = row.leaseId !== null;
    const from = backfillFrom === null ? null : new Date(startOfDay(backfillFrom, timeZone));
    if (from !== null && from > now) {
      throw new RequestError("invalid_request", "The day has not begun.", [
        { path: "from", message: "Not after today" },
      ]);
    }
    const updated = await tx.connector.update({
      where: { workspaceId_id: { workspaceId, id: connectorId } },
      data: {
        nextRunAt: now,
        ...(from !== null && { backfillFrom: from, state: "importing" }),
        ...(from !== null && !isRead && { progress: Prisma.DbNull }),
      },
    });
    const presented = await presentConnector(tx, updated, now);
    await recordAudit(tx, {
      actor,
      action: backfillFrom === null ? "connector.run_requested" : "connector.backfill_requested",
      subject: `connector:${connectorId}`,
      detail: { ...(backfillFrom !== null && { from: backfillFrom }) },
    });
    return presented;
  });
}
