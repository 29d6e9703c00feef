import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type InvoiceBody, reconciliationEndpoints } from "@/lib/contracts/reconciliation";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** Enters, changes or takes away the invoice of a month. */
export function useSetInvoice(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InvoiceBody) => callApi(reconciliationEndpoints.setInvoice, { workspace, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.reconciliation(workspace) }),
  });
}
