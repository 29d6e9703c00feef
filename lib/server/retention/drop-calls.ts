import "server-only";
import type { DropBody, Retention } from "@/lib/contracts/retention";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { readDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { lockWorkspace } from "@/lib/server/settings/lock-workspace";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { beginDrop, findObstacle } from "./begin-drop";
import { cutDay, readSpan } from "./drop-span";
import { readRetention } from "./get-retention";

/**
 * Has the single calls that a preview named dropped in the background, and later days follow where that is wanted.
 * Refused when it would be others than whoever confirms has seen, and may have downloaded.
 */
export function dropCalls(actor: Actor, body: DropBody, now: Date): Promise<Retention> {
  const { id } = actor.workspace;
  return inWorkspace(id, async (tx) => {
    const { timeZone, callsKeptFrom } = await lockWorkspace(tx, id);
    await tx.$executeRaw`SELECT ${holdCalendarAlone(id)}`;
    const obstacle = await findObstacle(tx, id);
    if (obstacle !== null) throw new RequestError("conflict", obstacle);

    const keptFrom = callsKeptFrom && readDay(callsKeptFrom);
    const until = cutDay(keptFrom, { keptMonths: body.keptMonths, timeZone, now });
    const span = await readSpan(tx, id, { keptFrom, until });
    const { calls, costNanoUsd } = span.sums;
    if (until !== body.keptFrom || calls !== body.calls || String(costNanoUsd) !== body.costNanoUsd) {
      throw new RequestError(
        "conflict",
        "Since the preview a day has gone by, or calls of these days came in or were priced anew. Look again at what would go, and download it again.",
      );
    }
    if (calls === 0 && !body.follows) {
      throw new RequestError("conflict", "There is no call as old as that, so there is nothing to drop.");
    }
    await tx.workspace.update({
      where: { id },
      data: { callsKeptMonths: body.follows ? body.keptMonths : null },
    });
    if (calls > 0) await beginDrop(tx, id, { span, until, createdById: actor.id, now });
    const retention = await readRetention(tx, id);
    await recordAudit(tx, {
      actor,
      action: calls > 0 ? "retention.drop_started" : "retention.follows",
      subject: `workspace:${id}`,
      detail: {
        keptMonths: body.keptMonths,
        keptFrom: until,
        follows: body.follows,
        from: span.from,
        through: span.through,
        calls,
        costNanoUsd: String(costNanoUsd),
      },
    });
    return retention;
  });
}
