import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type BillingRuleBody,
  billingRuleEndpoints,
  type BillingRuleList,
} from "@/lib/contracts/billing-rules";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/**
 * Replaces the workspace's own rules. What only moves or goes is on the screen at once; the server's refusal brings back
 * what it has.
 */
export function useReplaceBillingRules(workspace: string) {
  const client = useQueryClient();
  const queryKey = queryKeys.billingRules(workspace);
  return useMutation({
    mutationKey: queryKey,
    // One after the other, so that each is based on the revision that the one before has made.
    scope: { id: queryKey.join(" ") },
    mutationFn: (items: BillingRuleBody[]) =>
      callApi(billingRuleEndpoints.replaceBillingRules, {
        workspace,
        body: { items, revision: client.getQueryData<BillingRuleList>(queryKey)?.revision },
      }),
    onMutate: async (items) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData<BillingRuleList>(queryKey, (list) => {
        const known = new Map(list?.items.map((rule) => [rule.id, rule]));
        const kept = items.flatMap(({ id }) => known.get(id ?? "") ?? []);
        return list && kept.length === items.length ? { ...list, items: kept } : list;
      });
    },
    onSuccess: (saved) => {
      const isLast = client.isMutating({ mutationKey: queryKey }) === 1;
      client.setQueryData<BillingRuleList>(queryKey, (list) =>
        isLast || !list ? saved : { ...list, revision: saved.revision },
      );
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
}
