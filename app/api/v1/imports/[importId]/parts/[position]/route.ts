import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { readPartBody } from "@/lib/server/imports/read-part-body";
import { uploadPart } from "@/lib/server/imports/upload-part";

/** Called by the import wizard for each piece of the file. */
export const PUT = handle(importEndpoints.uploadPart, async ({ actor, params, request }) =>
  uploadPart(actor.workspace, params, await readPartBody(request)),
);
