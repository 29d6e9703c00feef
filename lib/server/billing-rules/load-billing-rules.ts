import "server-only";
import { type BillingRule, type BillingVerdict, DEFAULT_BILLING_RULES } from "@/lib/calls";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { BillingRule as Row } from "@/lib/server/generated/prisma/client";

/** The rules by which a workspace decides on failed calls: its own in their order, then the defaults. */
export async function loadBillingRules(
  tx: Transaction,
  workspaceId: string,
): Promise<readonly BillingRule[]> {
  return [...(await loadOwnBillingRules(tx, workspaceId)), ...DEFAULT_BILLING_RULES];
}

export async function loadOwnBillingRules(tx: Transaction, workspaceId: string): Promise<BillingRule[]> {
  return (await tx.billingRule.findMany({ where: { workspaceId }, orderBy: { position: "asc" } })).map(
    readBillingRule,
  );
}

function readBillingRule(row: Row): BillingRule {
  const { id, provider, outcome, httpStatusFrom, httpStatusTo, errorCode, verdict, note, sourceUrl } = row;
  return {
    id,
    provider,
    // Only what the contract allows is ever written.
    outcome: outcome as BillingRule["outcome"],
    httpStatusFrom,
    httpStatusTo,
    errorCode,
    verdict: verdict as BillingVerdict,
    note,
    sourceUrl,
  };
}
