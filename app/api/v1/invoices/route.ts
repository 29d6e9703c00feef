import { reconciliationEndpoints } from "@/lib/contracts/reconciliation";
import { handle } from "@/lib/server/http/handle";
import { setInvoice } from "@/lib/server/reconciliation/set-invoice";

/** Called by the form that enters what a provider billed for a month. */
export const PUT = handle(reconciliationEndpoints.setInvoice, ({ actor, body, now }) =>
  setInvoice(actor, body, now),
);
