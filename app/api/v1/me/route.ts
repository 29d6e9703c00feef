// Called by the workspace switcher and the account menu.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handleSignedIn } from "@/lib/server/http/handle";
import { getMe } from "@/lib/server/settings/get-me";

export const GET = handleSignedIn(settingsEndpoints.getMe, ({ user }) => getMe(user));
