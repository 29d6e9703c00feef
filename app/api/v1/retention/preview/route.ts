import { retentionEndpoints } from "@/lib/contracts/retention";
import { handle } from "@/lib/server/http/handle";
import { previewRetention } from "@/lib/server/retention/preview-retention";

/** Called when an age is chosen, before anything is confirmed. */
export const GET = handle(retentionEndpoints.previewRetention, ({ actor, query, now }) =>
  previewRetention(actor.workspace, query.keptMonths, now),
);
