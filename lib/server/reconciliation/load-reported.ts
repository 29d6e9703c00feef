import "server-only";
import { type LineItemRule, mapLineItem } from "@/lib/connectors";
import type { ReportedCost, ReportedUsage } from "@/lib/reconciliation";
import { readLineItemRules } from "@/lib/server/connectors/connector-row";
import type { Transaction } from "@/lib/server/db/run-transaction";

export interface ReportedSpan {
  workspaceId: string;
  provider: string;
  /** In UTC; the end is not included. */
  start: Date;
  end: Date;
}

/** A provider names dated versions of a model, calls often the model: both are compared under the model's name. */
export function modelName(model: string): string {
  const known = mapLineItem(model, []);
  return known.kind === "model" ? known.model : model;
}

export async function loadUsage(
  tx: Transaction,
  { workspaceId, provider, start, end }: ReportedSpan,
): Promise<ReportedUsage[]> {
  const rows = await tx.$queryRaw<{ start: Date; model: string | null; images: bigint }[]>`
    SELECT bucket_start AS start, model, sum(images)::bigint AS images
    FROM provider_usage
    WHERE workspace_id = ${workspaceId} AND series = 'usage' AND provider = ${provider}
      AND bucket_start >= ${start} AND bucket_start < ${end} AND images IS NOT NULL
    GROUP BY 1, 2`;
  return rows.map((row) => ({
    startMs: row.start.getTime(),
    model: modelName(row.model ?? "unknown"),
    images: Number(row.images),
  }));
}

export interface CostLine {
  day: string;
  connectorId: string;
  lineItem: string | null;
  projectId: string | null;
  apiKeyId: string | null;
  currency: string | null;
  /** Null where it is in another currency. */
  amountNanoUsd: bigint | null;
}

export async function loadCostLines(
  tx: Transaction,
  { workspaceId, provider, start, end }: ReportedSpan,
): Promise<CostLine[]> {
  const rows = await tx.$queryRaw<(Omit<CostLine, "amountNanoUsd"> & { amount: string | null })[]>`
    SELECT to_char(bucket_start, 'YYYY-MM-DD') AS day, connector_id AS "connectorId", line_item AS "lineItem",
      project_id AS "projectId", api_key_id AS "apiKeyId", currency, sum(amount_nano_usd)::text AS amount
    FROM provider_usage
    WHERE workspace_id = ${workspaceId} AND series = 'costs' AND provider = ${provider}
      AND bucket_start >= ${start} AND bucket_start < ${end}
    GROUP BY 1, 2, 3, 4, 5, 6`;
  return rows.map(({ amount, ...row }) => ({
    ...row,
    amountNanoUsd: amount === null ? null : BigInt(amount),
  }));
}

export interface MappedCosts {
  images: (ReportedCost & Pick<CostLine, "projectId" | "apiKeyId">)[];
  unmapped: { day: string; connectorId: string; lineItem: string | null; amountNanoUsd: bigint }[];
}

/** Sorts line items by what they are about, by the rules that each connector has now. */
export async function mapCosts(
  tx: Transaction,
  workspaceId: string,
  lines: readonly CostLine[],
): Promise<MappedCosts> {
  const connectors = await tx.connector.findMany({
    where: { workspaceId },
    select: { id: true, lineItemRules: true },
  });
  const rules = new Map<string, LineItemRule[]>(connectors.map((row) => [row.id, readLineItemRules(row)]));
  const mapped: MappedCosts = { images: [], unmapped: [] };
  for (const line of lines) {
    const { amountNanoUsd, connectorId, day, lineItem } = line;
    if (amountNanoUsd === null) continue;
    const verdict = mapLineItem(lineItem, rules.get(connectorId) ?? []);
    if (verdict.kind === "model") mapped.images.push({ ...line, model: verdict.model, amountNanoUsd });
    else if (verdict.kind === "unmapped") mapped.unmapped.push({ day, connectorId, lineItem, amountNanoUsd });
  }
  return mapped;
}
