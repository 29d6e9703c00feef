import "server-only";
import { parseUsd } from "@/lib/money";
import type { InvoiceBody } from "@/lib/contracts/reconciliation";
import { addMonths, firstDay } from "@/lib/time";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { hash } from "node:crypto";

/** Enters what a provider billed for images in a month. Another amount for the same month replaces it. */
export function setInvoice(
  actor: Actor,
  { provider, month, amountUsd, note }: InvoiceBody,
  now: Date,
): Promise<void> {
  const workspaceId = actor.workspace.id;
  const id = `inv_${hash("sha256", JSON.stringify([provider, month]), "base64url")}`;
  return inWorkspace(workspaceId, async (tx) => {
    await tx.providerUsage.deleteMany({ where: { workspaceId, id } });
    if (amountUsd !== null) {
      await tx.providerUsage.create({
        data: {
          workspaceId,
          id,
          series: "invoice",
          provider,
          bucketStart: new Date(firstDay(month)),
          bucketEnd: new Date(firstDay(addMonths(month, 1))),
          amountNanoUsd: parseUsd(amountUsd),
          currency: "USD",
          raw: { enteredBy: actor.name, note: note ?? null },
          readAt: now,
        },
      });
    }
    await recordAudit(tx, {
      actor,
      action: amountUsd === null ? "invoice.removed" : "invoice.entered",
      subject: `invoice:${provider}:${month}`,
      detail: { provider, month, amountUsd },
    });
  });
}
