import "server-only";
import type { RateCardBody } from "@/lib/contracts/prices";
import type { PriceImpact } from "@/lib/contracts/price-impact";
import { buildPriceBook } from "@/lib/pricing";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { assessImpact } from "./assess-impact";
import { loadRateCards, type StoredRateCard } from "./load-rate-cards";
import { placeCard } from "./place-card";

/** What a price would change, were it saved: refused for the same reasons as saving it, and nothing is written. */
export function previewRateCard(workspace: WorkspaceRow, body: RateCardBody): Promise<PriceImpact> {
  return inWorkspace(
    workspace.id,
    async (tx) => {
      const { provider, model, validFrom } = body;
      const own = await tx.rateCard.findMany({ where: { workspaceId: workspace.id, provider, model } });
      const { validTo, endsEarlier } = placeCard(own, body);
      const cards = await loadRateCards(tx, workspace.id);
      const isEnded = (card: StoredRateCard) => card.id === endsEarlier?.id;
      const after = [
        ...cards.map((card) => (isEnded(card) ? { ...card, validTo: validFrom } : card)),
        asCard({ ...body, validTo }),
      ];
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
        validTo,
        endsEarlier,
        ...(await assessImpact(tx, workspace, change)),
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

function asCard(body: RateCardBody): StoredRateCard {
  return {
    ...body,
    id: "entered",
    origin: "workspace",
    validTo: body.validTo ?? null,
    sourceUrl: body.sourceUrl ?? null,
    sourceKind: body.sourceKind ?? "user_entered",
    shutdownOn: body.shutdownOn ?? null,
    notes: body.notes ?? null,
  };
}
