// Called by the views of the usage page.
import { savedViewEndpoints } from "@/lib/contracts/saved-views";
import { handle } from "@/lib/server/http/handle";
import { deleteSavedView } from "@/lib/server/saved-views/delete-saved-view";
import { updateSavedView } from "@/lib/server/saved-views/update-saved-view";

export const PATCH = handle(savedViewEndpoints.updateSavedView, ({ actor, params, body }) =>
  updateSavedView(actor, params.savedViewId, body),
);

export const DELETE = handle(savedViewEndpoints.deleteSavedView, ({ actor, params, now }) =>
  deleteSavedView(actor, params.savedViewId, now),
);
