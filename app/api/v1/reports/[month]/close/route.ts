import { reportEndpoints } from "@/lib/contracts/reports";
import { handle } from "@/lib/server/http/handle";
import { closeMonth } from "@/lib/server/reports/close-month";

/** Called by the confirmation that closes a month. */
export const POST = handle(reportEndpoints.closeMonth, ({ actor, params, now }) =>
  closeMonth(actor, params.month, now),
);
