// Called by the API keys' settings.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handle } from "@/lib/server/http/handle";
import { revokeApiKey } from "@/lib/server/settings/revoke-api-key";

export const DELETE = handle(settingsEndpoints.revokeApiKey, ({ actor, params, now }) =>
  revokeApiKey(actor, params.apiKeyId, now),
);
