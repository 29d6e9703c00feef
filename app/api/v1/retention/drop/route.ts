import { retentionEndpoints } from "@/lib/contracts/retention";
import { handle } from "@/lib/server/http/handle";
import { dropCalls } from "@/lib/server/retention/drop-calls";

/** Called by the confirmation below a preview. */
export const POST = handle(retentionEndpoints.dropCalls, ({ actor, body, now }) =>
  dropCalls(actor, body, now),
);
