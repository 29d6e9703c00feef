// Called by the dialog that starts a workspace.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handleSignedIn } from "@/lib/server/http/handle";
import { createWorkspace } from "@/lib/server/settings/create-workspace";

export const POST = handleSignedIn(settingsEndpoints.createWorkspace, ({ user, body }) =>
  createWorkspace(user, body),
);
