import "server-only";
import type { RepricingSummary } from "@/lib/contracts/repricings";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentRepricings } from "./present-repricing";

const MAX_LISTED = 100;

/** The newest repricings. */
export function listRepricings(workspace: { id: string }): Promise<{ items: RepricingSummary[] }> {
  return inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.repricing.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MAX_LISTED,
    });
    return { items: await presentRepricings(tx, rows) };
  });
}
