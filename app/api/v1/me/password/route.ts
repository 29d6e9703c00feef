// Called by the account settings.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { countPasswordChange } from "@/lib/server/auth/sign-in-limits";
import { handleSignedIn } from "@/lib/server/http/handle";
import { changePassword } from "@/lib/server/settings/change-password";

export const POST = handleSignedIn(settingsEndpoints.changePassword, ({ user, body, now }) => {
  countPasswordChange(user.id, now);
  return changePassword(user, body);
});
