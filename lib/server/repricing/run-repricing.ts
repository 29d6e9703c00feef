import "server-only";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { readDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { ConflictExhaustedError } from "@/lib/server/db/retry-on-conflict";
import { isDatabaseUnavailable } from "@/lib/server/http/database-unavailable";
import { RequestError } from "@/lib/server/http/request-error";
import { describeError, log } from "@/lib/server/logger";
import { claimRepricing } from "./claim-repricing";
import { lockRepricingRow, readProgress, type RepricingRow } from "./repricing-row";
import { repricingTotals } from "./repricing-totals";
import { RepricingFailure, RepricingStopped, runDay, type Step } from "./run-day";

/**
 * Tries or applies a repricing to its end, or goes on where a server that died left off. A cancelled one stops between
 * two days; a database that does not answer leaves it as it is, to be taken up again.
 */
export async function runRepricing(workspaceId: string, id: string, clock: () => Date): Promise<void> {
  const row = await claimRepricing(workspaceId, id);
  if (row === null) return;
  const phase = row.status === "applying" ? "applying" : "trying";
  try {
    let step: Step | null = { phase, doneThrough: row.doneThrough && readDay(row.doneThrough) };
    while (step !== null) step = await runDay(workspaceId, id, step, clock());
    await endRepricing(row, phase, phase === "applying" ? "applied" : "tried", null, clock());
  } catch (error) {
    if (error instanceof RepricingStopped) return;
    // The workspace was deleted, and its repricings with it.
    if (error instanceof RequestError && error.code === "not_found") return;
    if (isDatabaseUnavailable(error) || error instanceof ConflictExhaustedError) throw error;
    const isExpected = error instanceof RepricingFailure;
    if (!isExpected) log("error", "repricing_failed", { id, error: describeError(error) });
    const reason = isExpected ? error.message : "Something went wrong on our side. It was logged.";
    await endRepricing(row, phase, "failed", reason, clock());
  }
}

async function endRepricing(
  { workspaceId, id }: RepricingRow,
  phase: Step["phase"],
  status: "tried" | "applied" | "failed",
  failure: string | null,
  now: Date,
): Promise<void> {
  await inWorkspace(workspaceId, async (tx) => {
    const row = await lockRepricingRow(tx, workspaceId, id);
    if (row.status !== phase) return;
    const isOver = status !== "tried";
    await tx.repricing.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: {
        status,
        failure,
        heartbeatAt: null,
        ...(isOver && { finishedAt: now }),
        ...(failure === null && { doneThrough: row.toDate }),
      },
    });
    if (phase === "trying") return;
    const actorId = row.appliedById ?? row.createdById;
    const nameOf = await findActorNames(tx, [actorId]);
    await recordAudit(tx, {
      actor: { id: actorId, name: nameOf(actorId), workspace: { id: workspaceId } },
      action: status === "applied" ? "repricing.finished" : "repricing.failed",
      subject: `repricing:${id}`,
      detail: {
        ...repricingTotals(readProgress(row).applied),
        ...(failure !== null && { failure }),
      },
    });
  });
}
