// Called by the tags of the settings.
import { tagEndpoints } from "@/lib/contracts/tags";
import { handle } from "@/lib/server/http/handle";
import { listTags } from "@/lib/server/tags/list-tags";
import { trackTag } from "@/lib/server/tags/track-tag";

export const GET = handle(tagEndpoints.listTags, ({ actor }) => listTags(actor.workspace));

export const POST = handle(tagEndpoints.trackTag, ({ actor, body, now }) => trackTag(actor, body, now));
