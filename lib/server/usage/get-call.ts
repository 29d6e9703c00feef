import "server-only";
import type { LoggedCall } from "@/lib/contracts/calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { LOGGED_CALL_COLUMNS, toLoggedCall, type LoggedCallRow } from "./logged-call";

/** One logged call by its id; an id of another workspace is not found. */
export async function getCall(workspace: { id: string }, callId: string): Promise<LoggedCall> {
  const [row] = await inWorkspace(
    workspace.id,
    (tx) => tx.$queryRaw<LoggedCallRow[]>`
      SELECT ${LOGGED_CALL_COLUMNS}
      FROM call AS logged
      LEFT JOIN workflow ON workflow.workspace_id = logged.workspace_id AND workflow.id = logged.workflow_id
      WHERE logged.workspace_id = ${workspace.id} AND logged.id = ${callId}`,
  );
  if (row === undefined) throw new RequestError("not_found", "No call of this workspace has this id.");
  return toLoggedCall(row);
}
