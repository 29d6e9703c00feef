// Called by the API keys' settings.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handle } from "@/lib/server/http/handle";
import { createWorkspaceApiKey } from "@/lib/server/settings/create-workspace-api-key";
import { listApiKeys } from "@/lib/server/settings/list-api-keys";

export const GET = handle(settingsEndpoints.listApiKeys, ({ actor }) => listApiKeys(actor.workspace));

export const POST = handle(settingsEndpoints.createApiKey, ({ actor, body, now }) =>
  createWorkspaceApiKey(actor, body, now),
);
