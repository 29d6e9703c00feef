import { importEndpoints } from "@/lib/contracts/imports";
import { handle } from "@/lib/server/http/handle";
import { createImport } from "@/lib/server/imports/create-import";
import { listImports } from "@/lib/server/imports/list-imports";

/** Called by the list of imported files. */
export const GET = handle(importEndpoints.listImports, ({ actor }) => listImports(actor.workspace));

/** Called by the import wizard when a file has been chosen. */
export const POST = handle(importEndpoints.createImport, ({ actor, body, now }) =>
  createImport(actor, body, now),
);
