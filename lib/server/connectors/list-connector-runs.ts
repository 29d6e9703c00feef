import "server-only";
import type { RejectedItem } from "@/lib/connectors";
import type { ConnectorRun } from "@/lib/contracts/connectors";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { getConnectorRow } from "./connector-row";
import { presentRun } from "./present-connector";

const MOST_LISTED = 30;

export function listConnectorRuns(
  workspace: { id: string },
  connectorId: string,
): Promise<{ items: ConnectorRun[] }> {
  const workspaceId = workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    await getConnectorRow(tx, workspaceId, connectorId);
    const runs = await tx.connectorRun.findMany({
      where: { workspaceId, connectorId },
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      take: MOST_LISTED,
    });
    return {
      items: runs.map((run) => ({ ...presentRun(run), rejects: run.rejects as unknown as RejectedItem[] })),
    };
  });
}
