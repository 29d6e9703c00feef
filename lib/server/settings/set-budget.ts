import "server-only";
import type { Workspace } from "@/lib/contracts/settings";
import { parseUsd } from "@/lib/money";
import { WORKSPACE_FIELDS, type Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { lockWorkspace } from "./lock-workspace";
import { workspaceAnswer } from "./workspace-answer";

/** Sets what the workspace may spend in a month; null takes the budget away. */
export async function setBudget(actor: Actor, monthlyBudgetUsd: string | null): Promise<Workspace> {
  const { id } = actor.workspace;
  const monthlyBudgetNanoUsd = monthlyBudgetUsd === null ? null : parseUsd(monthlyBudgetUsd);
  const row = await inWorkspace(id, async (tx) => {
    const before = await lockWorkspace(tx, id);
    const after = await tx.workspace.update({
      where: { id },
      data: { monthlyBudgetNanoUsd },
      select: WORKSPACE_FIELDS,
    });
    await recordAudit(tx, {
      actor,
      action: "budget.set",
      subject: `workspace:${id}`,
      detail: {
        fromNanoUsd: before.monthlyBudgetNanoUsd?.toString() ?? null,
        toNanoUsd: after.monthlyBudgetNanoUsd?.toString() ?? null,
      },
    });
    return after;
  });
  return workspaceAnswer(row, actor.role);
}
