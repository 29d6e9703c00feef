import "server-only";
import { randomUUID } from "node:crypto";
import type { RateCardBody } from "@/lib/contracts/prices";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { holdRateCards } from "./hold-rate-cards";
import { readRateCard, type StoredRateCard } from "./load-rate-cards";
import { placeCard } from "./place-card";

/**
 * Adds a price of the workspace's own. It holds from its date on, until its end or until a later one of the same
 * provider and model begins; no card is ever changed.
 */
export function createRateCard(actor: Actor, body: RateCardBody): Promise<StoredRateCard> {
  const workspaceId = actor.workspace.id;
  const { provider, model, validFrom } = body;
  return inWorkspace(workspaceId, async (tx) => {
    await tx.$executeRaw`SELECT ${holdRateCards(workspaceId)}`;
    const own = await tx.rateCard.findMany({ where: { workspaceId, provider, model } });
    const { validTo } = placeCard(own, body);
    const row = await tx.rateCard.create({
      data: {
        workspaceId,
        id: `rate_${randomUUID()}`,
        provider,
        model,
        name: body.name,
        validFrom,
        validTo: body.validTo ?? null,
        sourceUrl: body.sourceUrl ?? null,
        sourceKind: body.sourceKind ?? "user_entered",
        checkedOn: body.checkedOn,
        shutdownOn: body.shutdownOn ?? null,
        notes: body.notes ?? null,
        prices: body.prices,
        createdById: actor.id,
      },
    });
    await recordAudit(tx, {
      actor,
      action: "rate_card.created",
      subject: `rate_card:${row.id}`,
      detail: {
        provider,
        model,
        name: body.name,
        validFrom,
        ...(body.validTo != null && { validTo: body.validTo }),
        ...(body.shutdownOn != null && { shutdownOn: body.shutdownOn }),
        prices: body.prices,
      },
    });
    return readRateCard({ ...row, validTo }, "workspace");
  });
}
