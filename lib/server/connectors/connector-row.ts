import "server-only";
import { z } from "zod";
import type { ConnectorKind, LineItemRule, ReadPosition } from "@/lib/connectors";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Connector } from "@/lib/server/generated/prisma/client";
import { RequestError } from "@/lib/server/http/request-error";
import type { Source } from "./read-page";
import { openCredentials } from "./seal-credentials";

/** A row of the table `connector`. */
export type ConnectorRow = Connector;

export async function getConnectorRow(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<ConnectorRow> {
  const row = await tx.connector.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (row === null) throw new RequestError("not_found", "No connector of this workspace has this id.");
  return row;
}

/** The connector, held until the transaction ends. */
export async function lockConnectorRow(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<ConnectorRow> {
  await tx.$queryRaw`SELECT id FROM connector WHERE workspace_id = ${workspaceId} AND id = ${id} FOR UPDATE`;
  return getConnectorRow(tx, workspaceId, id);
}

export function sourceOf(row: ConnectorRow): Source {
  return {
    kind: row.kind as ConnectorKind,
    baseUrl: row.baseUrl,
    credentials: openCredentials(row.credentials, row.workspaceId, row.id),
  };
}

/** How far a span is: the page that comes next. */
const progressSchema = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  stream: z.enum(["usage", "costs", "calls"]),
  page: z.string().nullable(),
  /** The beginning of the back-fill that the span reads, so that one asked for in the meantime is not taken for read. */
  backfillFromMs: z.number().nullable(),
});
export type Progress = ReadPosition & { backfillFromMs: number | null };

export function readProgress({ progress }: ConnectorRow): Progress | null {
  return progress === null ? null : progressSchema.parse(progress);
}

const rulesSchema = z.array(z.object({ contains: z.string(), model: z.string().nullable() }));

export function readLineItemRules({ lineItemRules }: Pick<ConnectorRow, "lineItemRules">): LineItemRule[] {
  return rulesSchema.parse(lineItemRules);
}
