import { callEndpoints } from "@/lib/contracts/calls";
import { limitIngest } from "@/lib/server/calls/ingest-limit";
import { readCallItems } from "@/lib/server/calls/read-call-items";
import { recordChecks } from "@/lib/server/calls/record-calls";
import { handle } from "@/lib/server/http/handle";
import { listCalls } from "@/lib/server/usage/list-calls";

/** Called by programs that log what they called. */
export const POST = handle(callEndpoints.recordCalls, async ({ actor, request, now }) => {
  limitIngest(actor.id, now);
  return recordChecks(actor.workspace, await readCallItems(request, now), now, { actor });
});

/** Called by the explorer's list of calls. */
export const GET = handle(callEndpoints.listCalls, ({ actor, query }) => listCalls(actor.workspace, query));
