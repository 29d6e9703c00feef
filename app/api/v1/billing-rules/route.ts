// Called by the billing rules of the settings.
import { billingRuleEndpoints } from "@/lib/contracts/billing-rules";
import { listBillingRules } from "@/lib/server/billing-rules/list-billing-rules";
import { replaceBillingRules } from "@/lib/server/billing-rules/replace-billing-rules";
import { handle } from "@/lib/server/http/handle";

export const GET = handle(billingRuleEndpoints.listBillingRules, ({ actor }) =>
  listBillingRules(actor.workspace),
);

export const PUT = handle(billingRuleEndpoints.replaceBillingRules, ({ actor, body }) =>
  replaceBillingRules(actor, body),
);
