import { retentionEndpoints } from "@/lib/contracts/retention";
import { handle } from "@/lib/server/http/handle";
import { getRetention } from "@/lib/server/retention/get-retention";

/** Called by the workspace settings, again and again while calls are being dropped. */
export const GET = handle(retentionEndpoints.getRetention, ({ actor }) => getRetention(actor.workspace));
