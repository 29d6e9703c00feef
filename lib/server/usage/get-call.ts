import "server-only";
import type { LoggedCall } from "@/lib/contracts/calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { findKeptFrom, keptFrom, noSuchCall } from "./kept-calls";
import { LOGGED_CALL_COLUMNS, toLoggedCall, type LoggedCallRow } from "./logged-call";

/** One logged call by its id; an id of another workspace, or of a call that was dropped, is not found. */
export async function getCall(workspace: { id: string }, callId: string): Promise<LoggedCall> {
  return inWorkspace(workspace.id, async (tx) => {
    const [row] = await tx.$queryRaw<LoggedCallRow[]>`
      SELECT ${LOGGED_CALL_COLUMNS}
      FROM call AS logged
      LEFT JOIN workflow ON workflow.workspace_id = logged.workspace_id AND workflow.id = logged.workflow_id
      WHERE logged.workspace_id = ${workspace.id} AND logged.id = ${callId}
        AND logged.local_date >= ${keptFrom(workspace.id)}`;
    if (row !== undefined) return toLoggedCall(row);
    throw new RequestError("not_found", noSuchCall(await findKeptFrom(tx, workspace.id)));
  });
}
