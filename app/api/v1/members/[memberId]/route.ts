// Called by the members' settings.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handle } from "@/lib/server/http/handle";
import { removeMember } from "@/lib/server/settings/remove-member";
import { updateMember } from "@/lib/server/settings/update-member";

export const PATCH = handle(settingsEndpoints.updateMember, ({ actor, params, body }) =>
  updateMember(actor, params.memberId, body.role),
);

export const DELETE = handle(settingsEndpoints.removeMember, ({ actor, params }) =>
  removeMember(actor, params.memberId),
);
