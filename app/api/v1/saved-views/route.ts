// Called by the views of the usage page.
import { savedViewEndpoints } from "@/lib/contracts/saved-views";
import { handle } from "@/lib/server/http/handle";
import { createSavedView } from "@/lib/server/saved-views/create-saved-view";
import { listSavedViews } from "@/lib/server/saved-views/list-saved-views";

export const GET = handle(savedViewEndpoints.listSavedViews, ({ actor }) => listSavedViews(actor));

export const POST = handle(savedViewEndpoints.createSavedView, ({ actor, body, now }) =>
  createSavedView(actor, body, now),
);
