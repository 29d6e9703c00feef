// Called by the set-up screen on the first run.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { countSetUp } from "@/lib/server/auth/sign-in-limits";
import { clientAddress } from "@/lib/server/http/client-address";
import { handlePublic } from "@/lib/server/http/handle";
import { setUp } from "@/lib/server/settings/set-up";

export const POST = handlePublic(settingsEndpoints.setUp, ({ body, request, now }) => {
  countSetUp(clientAddress(request.headers), now);
  return setUp(body);
});
