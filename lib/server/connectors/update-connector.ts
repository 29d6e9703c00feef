import "server-only";
import type { z } from "zod";
import type { ConnectorKind } from "@/lib/connectors";
import type { Connector, connectorChangeSchema } from "@/lib/contracts/connectors";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { type ConnectorRow, getConnectorRow, lockConnectorRow, sourceOf } from "./connector-row";
import { hintOf } from "./create-connector";
import { presentConnector } from "./present-connector";
import { type Credentials, sealCredentials } from "./seal-credentials";
import { trySource } from "./try-source";

type Change = z.output<typeof connectorChangeSchema>;

/**
 * Changes, pauses or resumes a connector. A new key or address is tried first. Whoever reads it at the moment stops, and
 * it is taken up again with what is new.
 */
export async function updateConnector(
  actor: Actor,
  connectorId: string,
  change: Change,
  now: Date,
): Promise<Connector> {
  const workspaceId = actor.workspace.id;
  const before = await inWorkspace(workspaceId, (tx) => getConnectorRow(tx, workspaceId, connectorId));
  const access = await tryAccess(before, change, now);

  return inWorkspace(workspaceId, async (tx) => {
    const row = await lockConnectorRow(tx, workspaceId, connectorId);
    const { name, intervalMinutes, lineItemRules, paused } = change;
    const isResumed = paused === false && row.paused;
    const isStopped = access !== null || (paused === true && !row.paused);
    if (isStopped) {
      await tx.connectorRun.updateMany({
        where: { workspaceId, connectorId, status: { in: ["running", "waiting"] } },
        data: { status: "stopped", finishedAt: now },
      });
    }
    const updated = await tx.connector.update({
      where: { workspaceId_id: { workspaceId, id: connectorId } },
      data: {
        ...(name !== undefined && { name }),
        ...(intervalMinutes !== undefined && { intervalMinutes }),
        ...(lineItemRules !== undefined && { lineItemRules }),
        ...(paused !== undefined && { paused }),
        ...(isStopped && { leaseId: null, heartbeatAt: null }),
        ...(access !== null && { ...access, progress: Prisma.DbNull, problem: null }),
        ...((isResumed || access !== null) && { nextRunAt: now }),
      },
    });
    const presented = await presentConnector(tx, updated, now);
    await recordAudit(tx, {
      actor,
      action: paused === undefined ? "connector.changed" : paused ? "connector.paused" : "connector.resumed",
      subject: `connector:${connectorId}`,
      detail: {
        ...(name !== undefined && { name }),
        ...(change.baseUrl !== undefined && { baseUrl: change.baseUrl }),
        ...(change.secretKey !== undefined && { newKey: true }),
        ...(intervalMinutes !== undefined && { intervalMinutes }),
        ...(lineItemRules !== undefined && { lineItemRules }),
      },
    });
    return presented;
  });
}

/** Null where key and address stay. A stored key never goes to a new address: it is entered again together with that. */
async function tryAccess(row: ConnectorRow, { baseUrl, publicKey, secretKey }: Change, now: Date) {
  if (secretKey === undefined) return null;
  const kind = row.kind as ConnectorKind;
  const credentials: Credentials = {
    secretKey,
    publicKey: publicKey ?? (kind === "langfuse" ? sourceOf(row).credentials.publicKey : null),
  };
  const address = baseUrl ?? row.baseUrl;
  await trySource({ kind, baseUrl: address, credentials }, now);
  return {
    baseUrl: address,
    credentials: sealCredentials(credentials, row.workspaceId, row.id),
    credentialHint: hintOf(credentials),
  };
}
