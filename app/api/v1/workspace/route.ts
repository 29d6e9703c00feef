// Called by the workspace settings, and by programs that ask what their key opens.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handle } from "@/lib/server/http/handle";
import { deleteWorkspace } from "@/lib/server/settings/delete-workspace";
import { updateWorkspace } from "@/lib/server/settings/update-workspace";
import { workspaceAnswer } from "@/lib/server/settings/workspace-answer";

export const GET = handle(settingsEndpoints.getWorkspace, ({ actor }) =>
  Promise.resolve(workspaceAnswer(actor.workspace, actor.role)),
);

export const PATCH = handle(settingsEndpoints.updateWorkspace, ({ actor, body }) =>
  updateWorkspace(actor, body),
);

export const DELETE = handle(settingsEndpoints.deleteWorkspace, ({ actor, body }) =>
  deleteWorkspace(actor, body.confirmName),
);
