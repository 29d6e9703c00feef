import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { findRateCardUse } from "./rate-card-use";

/** Looking through the log for calls that were priced with a card may take a while. */
const TIMEOUT_MS = 120_000;

/** Removes a price of the workspace's own that nothing was computed with. */
export async function deleteRateCard(actor: Actor, rateCardId: string): Promise<void> {
  const workspaceId = actor.workspace.id;
  await inWorkspace(
    workspaceId,
    async (tx) => {
      const card = await tx.rateCard.findUnique({
        where: { workspaceId_id: { workspaceId, id: rateCardId } },
      });
      if (card === null) {
        const listed = await tx.catalogueRateCard.count({ where: { id: rateCardId } });
        if (listed === 0) throw new RequestError("not_found", "No price of this workspace has this id.");
        throw new RequestError(
          "not_allowed",
          "The catalogue's prices stay. Add one of your own to replace it.",
        );
      }
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
