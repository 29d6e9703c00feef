import { reconciliationEndpoints } from "@/lib/contracts/reconciliation";
import { handle } from "@/lib/server/http/handle";
import { exportReconciliation } from "@/lib/server/reconciliation/export-reconciliation";

/** Called by the button that downloads the reconciliation. */
export const GET = handle(reconciliationEndpoints.exportReconciliation, ({ actor, query }) =>
  exportReconciliation(actor.workspace, query),
);
