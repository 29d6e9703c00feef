import "server-only";
import { randomUUID } from "node:crypto";
import type { MonthClose } from "@/lib/contracts/reports";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";
import { firstDay, formatMonth, lastDay } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import { findClosedMonths } from "./closed-months";
import { toAnswer } from "./month-close";

/** Closes a month that is over and keeps what it stood at: from here on no repricing changes its calls. */
export function closeMonth(actor: Actor, month: string, now: Date): Promise<MonthClose> {
  const { workspace } = actor;
  return inWorkspace(workspace.id, async (tx) => {
    // So that calls which are being written, and days which are being priced anew, are in what is kept.
    await tx.$executeRaw`SELECT ${holdCalendarAlone(workspace.id)}`;
    const span = { from: firstDay(month), to: lastDay(month) };
    const { timeZone } = await tx.workspace.findUniqueOrThrow({ where: { id: workspace.id } });
    if (localDate(now.getTime(), timeZone) <= span.to) {
      throw new RequestError("month_not_over", `${formatMonth(month)} is not over yet in ${timeZone}.`);
    }
    const [closed] = await findClosedMonths(tx, workspace.id, span);
    if (closed !== undefined) {
      throw new RequestError("month_closed", `${formatMonth(month)} is closed already.`);
    }
    await refuseWhileChanging(tx, workspace.id, span);

    const [sums] = await sumUsageBy(tx, workspace, { by: ["month"], ...span });
    const row = await tx.monthClose.create({
      data: {
        workspaceId: workspace.id,
        id: `cls_${randomUUID()}`,
        month,
        calls: sums?.sums.calls ?? 0,
        costNanoUsd: String(sums?.sums.costNanoUsd ?? 0n),
        unpricedCalls: sums?.sums.unpricedCalls ?? 0,
        closedById: actor.id,
        closedAt: now,
      },
    });
    const answer = toAnswer(row, actor.name, sums?.sums);
    await recordAudit(tx, {
      actor,
      action: "month.closed",
      subject: `month:${month}`,
      detail: { calls: answer.calls, costNanoUsd: answer.costNanoUsd, unpricedCalls: answer.unpricedCalls },
    });
    return answer;
  });
}

/** A month of which some days are changed and others not yet would be closed half done. */
async function refuseWhileChanging(
  tx: Transaction,
  workspaceId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const applying = await tx.repricing.findFirst({
    where: {
      workspaceId,
      status: "applying",
      fromDate: { lte: new Date(`${to}T00:00:00Z`) },
      toDate: { gte: new Date(`${from}T00:00:00Z`) },
    },
  });
  const undoing = await tx.callImport.findFirst({ where: { workspaceId, status: "undoing" } });
  if (undoing !== null) {
    throw new RequestError(
      "conflict",
      `The import of ${undoing.fileName} is being undone. Wait for its end.`,
    );
  }
  if (applying === null) return;
  throw new RequestError(
    "conflict",
    "Calls of this month are being priced anew. Wait for the end of the repricing, or cancel it.",
  );
}
