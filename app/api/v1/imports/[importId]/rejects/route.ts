import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { listRejects } from "@/lib/server/imports/list-rejects";

/** Called by the result of an import. */
export const GET = handle(importEndpoints.listRejects, ({ actor, params, query }) =>
  listRejects(actor.workspace, params.importId, query),
);
