import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { cancelImport } from "@/lib/server/imports/cancel-import";

/** Called by the button that stops an import. */
export const POST = handle(importEndpoints.cancelImport, ({ actor, params, now }) =>
  cancelImport(actor, params.importId, now),
);
