import { retentionEndpoints } from "@/lib/contracts/retention";
import { handle } from "@/lib/server/http/handle";
import { keepCalls } from "@/lib/server/retention/keep-calls";

/** Called by the buttons that stop a dropping, or what follows it. */
export const POST = handle(retentionEndpoints.keepCalls, ({ actor }) => keepCalls(actor));
