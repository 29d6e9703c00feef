import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { startImport } from "@/lib/server/imports/start-import";

/** Called by the last step of the import wizard. */
export const POST = handle(importEndpoints.startImport, ({ actor, params, body }) =>
  startImport(actor, params.importId, body.mapping),
);
