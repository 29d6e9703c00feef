import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { BillingRule } from "@/lib/calls";
import type { BillingRuleList, billingRulesBodySchema } from "@/lib/contracts/billing-rules";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { toBillingRuleList } from "./list-billing-rules";
import { loadOwnBillingRules } from "./load-billing-rules";

/**
 * Puts a whole list in the place of the workspace's own rules, so that no two people's orders mix. Calls that are logged
 * from here on are decided by it; those that are there stay as they are until they are priced anew.
 */
export function replaceBillingRules(
  actor: Actor,
  { items, revision }: z.output<typeof billingRulesBodySchema>,
): Promise<BillingRuleList> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`billing rules:${workspaceId}`}, 0))`;
    const before = await loadOwnBillingRules(tx, workspaceId);
    const after = items.map((item) => toBillingRule(item, before));
    const known = toBillingRuleList(before).revision;
    if (revision != null && revision !== known) {
      const message = "Somebody changed the rules in the meantime";
      throw new RequestError("conflict", `${message}. Load them again to go on from there.`, [
        { path: "revision", message },
      ]);
    }
    await tx.billingRule.deleteMany({ where: { workspaceId } });
    await tx.billingRule.createMany({
      data: after.map((rule, position) => ({ workspaceId, position, ...rule })),
    });
    const list = toBillingRuleList(after);
    if (list.revision !== known) {
      await recordAudit(tx, {
        actor,
        action: "billing_rules.replaced",
        subject: "billing_rules",
        detail: { before: before.map(forAudit), after: after.map(forAudit) },
      });
    }
    return list;
  });
}

type Item = z.output<typeof billingRulesBodySchema>["items"][number];

function toBillingRule(item: Item, before: readonly BillingRule[]): BillingRule {
  const rule = {
    provider: item.provider ?? null,
    outcome: item.outcome ?? null,
    httpStatusFrom: item.httpStatusFrom ?? null,
    httpStatusTo: item.httpStatusTo ?? null,
    errorCode: item.errorCode ?? null,
    verdict: item.verdict,
    note: item.note || null,
    sourceUrl: item.sourceUrl ?? null,
  };
  const known = before.find(({ id }) => id === item.id);
  const decidesAsBefore = known !== undefined && DECIDING.every((field) => known[field] === rule[field]);
  return { id: decidesAsBefore ? known.id : `brl_${randomUUID()}`, ...rule };
}

/**
 * A call keeps the id of the rule that decided it, so that its explanation can quote it. A rule that decides anything
 * else from now on is therefore another rule; its place in the list, its note and its source may change.
 */
const DECIDING = ["provider", "outcome", "httpStatusFrom", "httpStatusTo", "errorCode", "verdict"] as const;

/** Conditions that are left open say nothing in the audit log. */
function forAudit(rule: BillingRule): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(rule).filter((entry): entry is [string, string | number] => entry[1] !== null),
  );
}
