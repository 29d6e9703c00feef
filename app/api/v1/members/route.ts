// Called by the members' settings.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handle } from "@/lib/server/http/handle";
import { addMember } from "@/lib/server/settings/add-member";
import { listMembers } from "@/lib/server/settings/list-members";

export const GET = handle(settingsEndpoints.listMembers, ({ actor }) => listMembers(actor.workspace));

export const POST = handle(settingsEndpoints.addMember, ({ actor, body }) => addMember(actor, body));
