import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { deleteSavedMapping } from "@/lib/server/imports/saved-mappings";

/** Called by the button that forgets a saved mapping. */
export const DELETE = handle(importEndpoints.deleteImportMapping, ({ actor, params }) =>
  deleteSavedMapping(actor, params.mappingId),
);
