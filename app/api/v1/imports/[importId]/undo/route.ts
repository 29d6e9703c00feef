import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { undoImport } from "@/lib/server/imports/undo-import";

/** Called by the button that takes an import back. */
export const POST = handle(importEndpoints.undoImport, ({ actor, params }) =>
  undoImport(actor, params.importId),
);
