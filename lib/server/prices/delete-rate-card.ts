import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { findOwnCard } from "./find-own-card";
import { findRateCardUse } from "./rate-card-use";

/** A batch of calls that is being written holds the calendar as long as it takes. */
const TIMEOUT_MS = 120_000;

/**
 * Removes a price of the workspace's own that nothing was computed with. Batches that are being priced finish first and
 * later ones wait, so that no call is written with a card that is gone.
 */
export async function deleteRateCard(actor: Actor, rateCardId: string): Promise<void> {
  const workspaceId = actor.workspace.id;
  await inWorkspace(
    workspaceId,
    async (tx) => {
      await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
      const card = await findOwnCard(tx, workspaceId, rateCardId);
      const use = await findRateCardUse(tx, card);
      if (use !== null) {
        throw new RequestError("in_use", `${use} Add a price from a later date to replace it.`);
      }
      await tx.rateCard.delete({ where: { workspaceId_id: { workspaceId, id: rateCardId } } });
      const { provider, model, name, validFrom } = card;
      await recordAudit(tx, {
        actor,
        action: "rate_card.deleted",
        subject: `rate_card:${rateCardId}`,
        detail: { provider, model, name, validFrom, prices: card.prices },
      });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
