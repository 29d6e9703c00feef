import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { previewImport } from "@/lib/server/imports/preview-import";

/** Called by the import wizard while the mapping is edited. */
export const POST = handle(importEndpoints.previewImport, ({ actor, params, body, now }) =>
  previewImport(actor.workspace, params.importId, body.mapping, now),
);
