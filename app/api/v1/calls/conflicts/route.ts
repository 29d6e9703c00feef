import { callEndpoints } from "@/lib/contracts/calls";
import { listConflicts } from "@/lib/server/calls/list-conflicts";
import { handle } from "@/lib/server/http/handle";

/** Called by programs that want to know which of their calls were refused. */
export const GET = handle(callEndpoints.listConflicts, ({ actor, query }) =>
  listConflicts(actor.workspace, query),
);
