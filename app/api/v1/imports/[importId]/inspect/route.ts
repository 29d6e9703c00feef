import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { inspectImport } from "@/lib/server/imports/inspect-import";

/** Called by the import wizard once the whole file is here. */
export const POST = handle(importEndpoints.inspectImport, ({ actor, params }) =>
  inspectImport(actor.workspace, params.importId),
);
