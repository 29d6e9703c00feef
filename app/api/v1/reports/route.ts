import { reportEndpoints } from "@/lib/contracts/reports";
import { handle } from "@/lib/server/http/handle";
import { listMonths } from "@/lib/server/reports/list-months";

/** Called by the list of months. */
export const GET = handle(reportEndpoints.listMonths, ({ actor, now }) => listMonths(actor.workspace, now));
