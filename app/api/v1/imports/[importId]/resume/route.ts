import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { resumeImport } from "@/lib/server/imports/pause-import";

/** Called by the button that lets a paused import go on. */
export const POST = handle(importEndpoints.resumeImport, ({ actor, params }) =>
  resumeImport(actor, params.importId),
);
