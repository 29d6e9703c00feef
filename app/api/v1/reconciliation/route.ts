import { reconciliationEndpoints } from "@/lib/contracts/reconciliation";
import { handle } from "@/lib/server/http/handle";
import { getReconciliation } from "@/lib/server/reconciliation/get-reconciliation";

/** Called by the reconciliation of a month. */
export const GET = handle(reconciliationEndpoints.getReconciliation, ({ actor, query }) =>
  getReconciliation(actor.workspace, query),
);
