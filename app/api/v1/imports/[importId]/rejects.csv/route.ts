import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { exportRejects } from "@/lib/server/imports/export-rejects";

/** Called by the download beside the rejected lines. */
export const GET = handle(importEndpoints.exportRejects, ({ actor, params }) =>
  exportRejects(actor.workspace, params.importId),
);
