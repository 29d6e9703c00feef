import "server-only";
import { randomUUID } from "node:crypto";
import type { RateCardBody } from "@/lib/contracts/prices";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { readRateCard, type StoredRateCard } from "./load-rate-cards";

/**
 * Adds a price of the workspace's own. It holds from its date on, until a later card of the same provider and model
 * begins; no card is ever changed.
 */
export function createRateCard(actor: Actor, body: RateCardBody): Promise<StoredRateCard> {
  const workspaceId = actor.workspace.id;
  const { provider, model, validFrom } = body;
  return inWorkspace(workspaceId, async (tx) => {
    const [row] = await tx.rateCard.createManyAndReturn({
      data: {
        workspaceId,
        id: `rate_${randomUUID()}`,
        provider,
        model,
        name: body.name,
        validFrom,
        sourceUrl: body.sourceUrl ?? null,
        sourceKind: "user_entered",
        checkedOn: body.checkedOn,
        notes: body.notes ?? null,
        prices: body.prices,
        createdById: actor.id,
      },
      skipDuplicates: true,
    });
    if (!row) {
      const message = `There is a price for ${model} at ${provider} from ${validFrom} already`;
      throw new RequestError(
        "already_exists",
        `${message}. Choose another date, or delete that price first.`,
        [{ path: "validFrom", message }],
      );
    }
    await recordAudit(tx, {
      actor,
      action: "rate_card.created",
      subject: `rate_card:${row.id}`,
      detail: { provider, model, name: body.name, validFrom, prices: body.prices },
    });
    return readRateCard(row, "workspace");
  });
}
