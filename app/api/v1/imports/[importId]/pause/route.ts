import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { pauseImport } from "@/lib/server/imports/pause-import";

/** Called by the button that pauses an import. */
export const POST = handle(importEndpoints.pauseImport, ({ actor, params }) =>
  pauseImport(actor, params.importId),
);
