import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { listSavedMappings, saveMapping } from "@/lib/server/imports/saved-mappings";

/** Called by programs that import files; people are offered what fits their file. */
export const GET = handle(importEndpoints.listImportMappings, ({ actor }) =>
  listSavedMappings(actor.workspace),
);

/** Called by the button that keeps a mapping for the next file. */
export const POST = handle(importEndpoints.saveImportMapping, ({ actor, body, now }) =>
  saveMapping(actor, body, now),
);
