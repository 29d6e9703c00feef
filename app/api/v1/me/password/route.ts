// Called by the account settings.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handleSignedIn } from "@/lib/server/http/handle";
import { changePassword } from "@/lib/server/settings/change-password";

export const POST = handleSignedIn(settingsEndpoints.changePassword, ({ user, body }) =>
  changePassword(user, body),
);
