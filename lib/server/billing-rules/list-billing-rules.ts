import "server-only";
import { hash } from "node:crypto";
import { type BillingRule, DEFAULT_BILLING_RULES } from "@/lib/calls";
import type { BillingRuleList } from "@/lib/contracts/billing-rules";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { loadOwnBillingRules } from "./load-billing-rules";

/** The workspace's own rules and the defaults that stand behind them, each list in the order in which it is tried. */
export function listBillingRules(workspace: { id: string }): Promise<BillingRuleList> {
  return inWorkspace(workspace.id, async (tx) =>
    toBillingRuleList(await loadOwnBillingRules(tx, workspace.id)),
  );
}

export function toBillingRuleList(items: BillingRule[]): BillingRuleList {
  return {
    items,
    defaults: [...DEFAULT_BILLING_RULES],
    revision: hash("sha256", JSON.stringify(items), "base64url"),
  };
}
