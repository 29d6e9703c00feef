import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { KIND_FACTS } from "@/lib/connectors";
import type { Connector, newConnectorSchema } from "@/lib/contracts/connectors";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { startOfDay } from "@/lib/time/zone";
import { presentConnector } from "./present-connector";
import { type Credentials, sealCredentials } from "./seal-credentials";
import { trySource } from "./try-source";

const DAY_MS = 86_400_000;
const FIRST_DAYS = 30;
const HINT_LENGTH = 4;
/** More would be a mistake of a program. */
const MOST_CONNECTORS = 50;

/** Connects a source once it has accepted the key. A server begins to read it at once. */
export async function createConnector(
  actor: Actor,
  body: z.output<typeof newConnectorSchema>,
  now: Date,
): Promise<Connector> {
  const { kind, name } = body;
  const workspaceId = actor.workspace.id;
  const baseUrl = body.baseUrl ?? KIND_FACTS[kind].baseUrl;
  if (baseUrl === null) throw new Error(`A connector of kind ${kind} has no address.`);
  const credentials: Credentials = { secretKey: body.secretKey, publicKey: body.publicKey ?? null };
  await trySource({ kind, baseUrl, credentials }, now);

  const id = `con_${randomUUID()}`;
  const backfillFrom =
    body.backfillFrom == null
      ? new Date(now.getTime() - FIRST_DAYS * DAY_MS)
      : new Date(startOfDay(body.backfillFrom, actor.workspace.timeZone));
  return inWorkspace(workspaceId, async (tx) => {
    if ((await tx.connector.count({ where: { workspaceId } })) >= MOST_CONNECTORS) {
      throw new RequestError("conflict", `A workspace has at most ${MOST_CONNECTORS} connectors.`);
    }
    const row = await tx.connector.create({
      data: {
        workspaceId,
        id,
        kind,
        name,
        baseUrl,
        credentials: sealCredentials(credentials, workspaceId, id),
        credentialHint: hintOf(credentials),
        intervalMinutes: body.intervalMinutes ?? 60,
        lineItemRules: [],
        state: "importing",
        backfillFrom,
        nextRunAt: now,
        createdById: actor.id,
        createdAt: now,
      },
    });
    const presented = await presentConnector(tx, row, now);
    await recordAudit(tx, {
      actor,
      action: "connector.created",
      subject: `connector:${id}`,
      detail: { kind, name, baseUrl },
    });
    return presented;
  });
}

export function hintOf({ secretKey }: Credentials): string {
  return secretKey.slice(-HINT_LENGTH);
}
