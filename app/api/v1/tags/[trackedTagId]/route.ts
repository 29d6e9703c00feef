// Called by the tags of the settings.
import { tagEndpoints } from "@/lib/contracts/tags";
import { handle } from "@/lib/server/http/handle";
import { untrackTag } from "@/lib/server/tags/untrack-tag";

export const DELETE = handle(tagEndpoints.untrackTag, ({ actor, params }) =>
  untrackTag(actor, params.trackedTagId),
);
