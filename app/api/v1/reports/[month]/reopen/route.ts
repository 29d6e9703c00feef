import { reportEndpoints } from "@/lib/contracts/reports";
import { handle } from "@/lib/server/http/handle";
import { reopenMonth } from "@/lib/server/reports/reopen-month";

/** Called by the confirmation that reopens a month. */
export const POST = handle(reportEndpoints.reopenMonth, ({ actor, params, now }) =>
  reopenMonth(actor, params.month, now),
);
