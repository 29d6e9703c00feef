import "server-only";
import type { ApiKey } from "@/lib/contracts/settings";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { apiKeyAnswer } from "./api-key-answer";

/** The workspace's keys, newest first, revoked ones included. */
export async function listApiKeys(workspace: { id: string }): Promise<{ items: ApiKey[] }> {
  const rows = await inWorkspace(workspace.id, (tx) =>
    tx.apiKey.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
  );
  return { items: rows.map(apiKeyAnswer) };
}
