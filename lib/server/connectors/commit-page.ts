import "server-only";
import {
  type ConnectorKind,
  nextPosition,
  type PageReading,
  type ProviderReport,
  type RejectedItem,
} from "@/lib/connectors";
import { checkCall, type CheckedCall } from "@/lib/server/calls/check-call";
import { recordCheckedCalls } from "@/lib/server/calls/record-checked-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { unstorableText } from "@/lib/server/http/unstorable-text";
import type { Lease } from "./claim-connector";
import { lockConnectorRow, type Progress } from "./connector-row";
import { ReadingStopped } from "./reading-stopped";
import { writeReports } from "./write-reports";

const MOST_REJECTS_KEPT = 50;

/**
 * Writes what a page holds and where the reading goes on, in one transaction: a crash at any moment leaves the connector
 * between two pages, and a page that is read twice counts once. Answers where to go on, or null at the end of the span.
 */
export function commitPage(
  { row, leaseId, runId }: Lease,
  progress: Progress,
  reading: PageReading,
  now: Date,
): Promise<Progress | null> {
  const { workspaceId, id: connectorId } = row;
  const kind = row.kind as ConnectorKind;
  const { accepted, reports, rejected } = checkReading(reading, now);
  const next = nextPosition(kind, progress, reading.next);
  const nextProgress = next === null ? null : { ...next, backfillFromMs: progress.backfillFromMs };
  return inWorkspace(workspaceId, async (tx) => {
    const held = await lockConnectorRow(tx, workspaceId, connectorId);
    if (held.leaseId !== leaseId || held.paused) throw new ReadingStopped();
    const actor = { id: row.createdById, name: row.name, workspace: { id: workspaceId } };
    const statuses = await recordCheckedCalls(tx, workspaceId, accepted, { now, actor });
    const refused = accepted.flatMap(({ canonical }, index) => {
      const status = statuses[index];
      if (typeof status !== "object") return [];
      const { path, message } = status.refused;
      return { reason: `${path}: ${message}`, content: canonical.slice(0, 2000) };
    });
    const notTaken = [...rejected, ...refused];
    if (progress.stream !== "calls") {
      const origin = { workspaceId, connectorId, runId, provider: kind };
      await writeReports(tx, origin, progress.stream, { buckets: reading.buckets, reports }, now);
    }

    const count = (...wanted: (typeof statuses)[number][]) =>
      statuses.filter((each) => wanted.includes(each)).length;
    const run = await tx.connectorRun.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: runId } },
    });
    await tx.connectorRun.update({
      where: { workspaceId_id: { workspaceId, id: runId } },
      data: {
        pages: { increment: 1 },
        rowsRead: { increment: reading.rows },
        rowsCreated: { increment: count("created") },
        rowsExisting: { increment: count("exists", "repeated") },
        rowsConflict: { increment: count("conflict") },
        rowsRejected: { increment: notTaken.length },
        rowsSkipped: { increment: reading.skipped },
        rowsReported: { increment: reports.length },
        rejects: [...(run.rejects as unknown as RejectedItem[]), ...notTaken]
          .slice(0, MOST_REJECTS_KEPT)
          .map((item) => ({ ...storable(item) })),
      },
    });
    const latest = latestData(accepted, reports, now);
    await tx.$executeRaw`
      UPDATE connector SET heartbeat_at = clock_timestamp(),
        progress = ${nextProgress === null ? Prisma.sql`progress` : Prisma.sql`${JSON.stringify(nextProgress)}::jsonb`},
        last_data_at = GREATEST(last_data_at, ${latest === null ? null : new Date(latest)}::timestamptz)
      WHERE workspace_id = ${workspaceId} AND id = ${connectorId}`;
    return nextProgress;
  });
}

/** What of a page may be stored, and what may not. */
function checkReading(reading: PageReading, now: Date) {
  const accepted: CheckedCall[] = [];
  const rejected = [...reading.rejected];
  const reports: ProviderReport[] = [];
  for (const report of reading.reports) {
    if (unstorableText(report.raw).length === 0) reports.push(report);
    else {
      const reason = "It holds a character that cannot be stored";
      rejected.push({ reason, content: JSON.stringify(report.raw).slice(0, 2000) });
    }
  }
  for (const call of reading.calls) {
    const check = checkCall(call, now);
    if ("checked" in check) accepted.push(check.checked);
    else {
      const [first] = check.errors;
      const reason = first === undefined ? "It is not a call" : `${first.path}: ${first.message}`;
      rejected.push({ reason, content: JSON.stringify(call).slice(0, 2000) });
    }
  }
  return { accepted, reports, rejected };
}

/** Characters that the database cannot store are left out: NUL, and halves of surrogate pairs. */
function storable({ reason, content }: RejectedItem): RejectedItem {
  const clean = (text: string) => Buffer.from(text.replaceAll("\u0000", ""), "utf8").toString("utf8");
  return { reason: clean(reason), content: clean(content) };
}

/** The latest moment that the page says something of. */
function latestData(
  calls: readonly CheckedCall[],
  reports: readonly ProviderReport[],
  now: Date,
): number | null {
  let latest: number | null = null;
  for (const { call } of calls) latest = Math.max(latest ?? 0, call.occurredAtMs);
  // The last bucket is not over yet.
  for (const { endMs } of reports) latest = Math.max(latest ?? 0, Math.min(endMs, now.getTime()));
  return latest;
}
