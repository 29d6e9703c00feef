import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";

/** A batch of calls that is being written holds the calendar as long as it takes. */
const TIMEOUT_MS = 120_000;

/**
 * Takes a list back with every price that was taken from it. Refused as soon as a call or a frozen version was computed
 * with one of them; drafts go back to the price that they had before.
 */
export async function removePriceList(actor: Actor, priceListId: string): Promise<void> {
  const workspaceId = actor.workspace.id;
  await inWorkspace(
    workspaceId,
    async (tx) => {
      await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
      const list = await tx.priceList.findUnique({
        where: { workspaceId_id: { workspaceId, id: priceListId } },
        select: { id: true, name: true },
      });
      if (list === null) throw new RequestError("not_found", "No price list of this workspace has this id.");
      const cards = await tx.rateCard.findMany({
        where: { workspaceId, priceListId },
        select: { id: true, provider: true, model: true },
      });
      await refuseWhileUsed(
        tx,
        workspaceId,
        cards.map(({ id }) => id),
      );
      await tx.rateCard.deleteMany({ where: { workspaceId, priceListId } });
      await tx.priceList.delete({ where: { workspaceId_id: { workspaceId, id: priceListId } } });
      await recordAudit(tx, {
        actor,
        action: "price_list.removed",
        subject: `price_list:${priceListId}`,
        detail: { name: list.name, rateCards: cards },
      });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** What a call was priced with before it was priced anew is on record, and its price stays with it. */
async function refuseWhileUsed(tx: Transaction, workspaceId: string, ids: readonly string[]): Promise<void> {
  const [day] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM usage_daily WHERE workspace_id = ${workspaceId} AND rate_card_id = ANY(${ids})
    UNION ALL
    SELECT 1 FROM call_price_change WHERE workspace_id = ${workspaceId} AND before_rate_card_id = ANY(${ids})
    LIMIT 1`;
  if (day !== undefined) throw inUse("Calls were priced with it.");
  const [version] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM scenario_version, jsonb_array_elements(rate_cards) AS card
    WHERE workspace_id = ${workspaceId} AND card ->> 'id' = ANY(${ids}) LIMIT 1`;
  if (version !== undefined) throw inUse("A frozen version of a scenario was computed with it.");
}

function inUse(use: string): RequestError {
  return new RequestError("in_use", `${use} Its prices stay; add others from a later date to replace them.`);
}
