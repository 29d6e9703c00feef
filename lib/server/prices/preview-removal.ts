import "server-only";
import type { PriceImpact } from "@/lib/contracts/price-impact";
import { buildPriceBook } from "@/lib/pricing";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { assessImpact } from "./assess-impact";
import { endEarlierCards } from "./end-earlier-cards";
import { findOwnCard } from "./find-own-card";
import { loadRateCards } from "./load-rate-cards";
import { findRateCardUse } from "./rate-card-use";

/** What removing a price would change, and why it may have to stay. Nothing is written. */
export function previewRemoval(
  workspace: WorkspaceRow,
  rateCardId: string,
): Promise<PriceImpact & { inUse: string | null }> {
  return inWorkspace(
    workspace.id,
    async (tx) => {
      const stored = await findOwnCard(tx, workspace.id, rateCardId);
      const { provider, model, validFrom } = stored;
      const cards = await loadRateCards(tx, workspace.id);
      const card = cards.find(({ id }) => id === rateCardId);
      // The card before it may hold its days again.
      const siblings = await tx.rateCard.findMany({
        where: { workspaceId: workspace.id, provider, model, id: { not: rateCardId } },
      });
      const ended = new Map(endEarlierCards(siblings).map((sibling) => [sibling.id, sibling]));
      const after = cards
        .filter(({ id }) => id !== rateCardId)
        .map((other) => ({ ...other, validTo: (ended.get(other.id) ?? other).validTo }));
      const change = {
        before: buildPriceBook(cards),
        after: buildPriceBook(after),
        provider,
        model,
        validFrom,
      };
      return {
        provider,
        model,
        validFrom,
        validTo: card?.validTo ?? null,
        endsEarlier: null,
        ...(await assessImpact(tx, workspace, change)),
        inUse: await findRateCardUse(tx, stored),
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}
