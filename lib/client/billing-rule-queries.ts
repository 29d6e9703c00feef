import { queryOptions } from "@tanstack/react-query";
import { billingRuleEndpoints } from "@/lib/contracts/billing-rules";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function billingRulesQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.billingRules(workspace),
    queryFn: ({ signal }) => callApi(billingRuleEndpoints.listBillingRules, { workspace, signal }),
  });
}
