import "server-only";
import type { Workflow } from "@/lib/contracts/scenarios";
import type { Workflow as WorkflowRow } from "@/lib/server/generated/prisma/client";

export function presentWorkflow(row: WorkflowRow): Workflow {
  const { id, slug, name, owner, costCentre, discovered, createdAt } = row;
  return { id, slug, name, owner, costCentre, discovered, createdAt: createdAt.toISOString() };
}
