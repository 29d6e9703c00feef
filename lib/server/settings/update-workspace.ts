import "server-only";
import type { Workspace } from "@/lib/contracts/settings";
import { WORKSPACE_FIELDS, type Actor, type WorkspaceRow } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { readDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { findClosedMonths } from "@/lib/server/reports/closed-months";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { droppedSentence } from "@/lib/server/usage/kept-calls";
import { recutWorkspace } from "@/lib/server/usage/recut";
import { formatMonth } from "@/lib/time";
import { lockWorkspace } from "./lock-workspace";
import { workspaceAnswer } from "./workspace-answer";

interface Changes {
  name?: string | undefined;
  timeZone?: string | undefined;
  fiscalYearStartMonth?: number | undefined;
}

/** Every day of every call is cut anew in a new time zone, which takes a while with millions of calls. */
const RECUT_TIMEOUT_MS = 10 * 60 * 1000;

/** Renames the workspace or changes its calendar. */
export async function updateWorkspace(actor: Actor, changes: Changes): Promise<Workspace> {
  const { id } = actor.workspace;
  const row = await inWorkspace(
    id,
    async (tx) => {
      const before = await lockWorkspace(tx, id);
      const after = await tx.workspace.update({
        where: { id },
        data: {
          name: changes.name ?? before.name,
          timeZone: changes.timeZone ?? before.timeZone,
          fiscalYearStartMonth: changes.fiscalYearStartMonth ?? before.fiscalYearStartMonth,
        },
        select: WORKSPACE_FIELDS,
      });
      if (after.timeZone !== before.timeZone) {
        await tx.$executeRaw`SELECT ${holdCalendarAlone(id)}`;
        refuseWithDroppedDays(before);
        await refuseWithClosedMonths(tx, id);
        await recutWorkspace(tx, id, after.timeZone);
      }
      const fields = ["name", "timeZone", "fiscalYearStartMonth"] as const;
      const changed = fields.filter((field) => before[field] !== after[field]);
      if (changed.length > 0) {
        await recordAudit(tx, {
          actor,
          action: "workspace.updated",
          subject: `workspace:${id}`,
          detail: Object.fromEntries(
            changed.map((field) => [field, { from: before[field], to: after[field] }]),
          ),
        });
      }
      return after;
    },
    changes.timeZone === undefined ? {} : { timeoutMs: RECUT_TIMEOUT_MS },
  );
  return workspaceAnswer(row, actor.role);
}

/** Days are cut from single calls. The workspace is held, so that none is dropped meanwhile. */
function refuseWithDroppedDays({ callsKeptFrom, timeZone }: WorkspaceRow): void {
  if (callsKeptFrom === null) return;
  throw new RequestError(
    "calls_dropped",
    `${droppedSentence(readDay(callsKeptFrom))}, so these days cannot be cut in another time zone. It stays ${timeZone}.`,
  );
}

/** Calls around its midnights would move out of a closed month, or into it. */
async function refuseWithClosedMonths(tx: Transaction, workspaceId: string): Promise<void> {
  const [month] = await findClosedMonths(tx, workspaceId);
  if (month === undefined) return;
  throw new RequestError(
    "month_closed",
    `${formatMonth(month)} is closed, and its days are cut in the present time zone. Reopen the closed months first.`,
  );
}
