import "server-only";
import type { Repricing } from "@/lib/contracts/repricings";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentRepricing } from "./present-repricing";
import { getRepricingRow } from "./repricing-row";

export function getRepricing(workspace: { id: string }, repricingId: string): Promise<Repricing> {
  return inWorkspace(workspace.id, async (tx) =>
    presentRepricing(tx, await getRepricingRow(tx, workspace.id, repricingId)),
  );
}
