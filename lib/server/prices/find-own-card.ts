import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { RateCard } from "@/lib/server/generated/prisma/client";
import { RequestError } from "@/lib/server/http/request-error";

/** A price of the workspace's own, as it was entered. */
export async function findOwnCard(
  tx: Transaction,
  workspaceId: string,
  rateCardId: string,
): Promise<RateCard> {
  const card = await tx.rateCard.findUnique({
    where: { workspaceId_id: { workspaceId, id: rateCardId } },
  });
  if (card !== null) return card;
  const listed = await tx.catalogueRateCard.count({ where: { id: rateCardId } });
  if (listed === 0) throw new RequestError("not_found", "No price of this workspace has this id.");
  throw new RequestError("not_allowed", "The catalogue's prices stay. Add one of your own to replace it.");
}
