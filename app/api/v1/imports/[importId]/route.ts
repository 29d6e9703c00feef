import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { getImport } from "@/lib/server/imports/get-import";

/** Called by the progress of an import, again and again. */
export const GET = handle(importEndpoints.getImport, ({ actor, params }) =>
  getImport(actor.workspace, params.importId),
);
