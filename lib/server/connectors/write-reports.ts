import "server-only";
import { hash } from "node:crypto";
import type { PageReading, ProviderReport } from "@/lib/connectors";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Prisma } from "@/lib/server/generated/prisma/client";

export interface ReportOrigin {
  workspaceId: string;
  connectorId: string;
  runId: string;
  provider: string;
}

/**
 * Writes what a page says of its buckets. A bucket that was read before is replaced as a whole, so that a line which the
 * provider has taken back goes away, and one that it corrected counts once.
 */
export async function writeReports(
  tx: Transaction,
  origin: ReportOrigin,
  series: ProviderReport["series"],
  { buckets, reports }: Pick<PageReading, "buckets" | "reports">,
  now: Date,
): Promise<void> {
  const { workspaceId, connectorId, runId } = origin;
  if (buckets.length === 0) return;
  await tx.providerUsage.deleteMany({
    where: {
      workspaceId,
      connectorId,
      series,
      bucketStart: { in: buckets.map(({ startMs }) => new Date(startMs)) },
      // Should a bucket go on over two pages of one run, the second page adds to the first.
      NOT: { runId },
    },
  });
  const rows = new Map(reports.map((report) => [reportId(connectorId, report), report]));
  await tx.providerUsage.deleteMany({ where: { workspaceId, id: { in: [...rows.keys()] } } });
  await tx.providerUsage.createMany({
    data: [...rows].map(([id, report]) => ({
      workspaceId,
      id,
      connectorId,
      runId,
      series,
      provider: origin.provider,
      bucketStart: new Date(report.startMs),
      bucketEnd: new Date(report.endMs),
      model: report.model,
      lineItem: report.lineItem,
      projectId: report.projectId,
      apiKeyId: report.apiKeyId,
      images: report.images,
      requests: report.requests,
      amountNanoUsd: report.amountNanoUsd,
      currency: report.currency,
      raw: report.raw as Prisma.InputJsonObject,
      readAt: now,
    })),
  });
}

/** The same for the same bucket and dimensions, whenever it is read. */
function reportId(connectorId: string, report: ProviderReport): string {
  const { series, startMs, endMs, model, lineItem, projectId, apiKeyId } = report;
  const text = JSON.stringify([connectorId, series, startMs, endMs, model, lineItem, projectId, apiKeyId]);
  return `prv_${hash("sha256", text, "base64url")}`;
}
