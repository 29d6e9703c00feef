import { callEndpoints } from "@/lib/contracts/calls";
import { handle } from "@/lib/server/http/handle";
import { getCall } from "@/lib/server/usage/get-call";

/** Called by the sheet of a call. */
export const GET = handle(callEndpoints.getCall, ({ actor, params }) =>
  getCall(actor.workspace, params.callId),
);
