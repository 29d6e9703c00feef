import { firstDay, addMonths, monthOf } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import type { Actor } from "@/lib/server/access/actor";
import { replaceBillingRules } from "@/lib/server/billing-rules/replace-billing-rules";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createRateCard } from "@/lib/server/prices/create-rate-card";
import { defineWorkflow } from "@/lib/server/scenarios/define-workflow";
import { trackTag } from "@/lib/server/tags/track-tag";
import { generateCalls } from "./generate-calls";
import { placeScenarios } from "./place-scenarios";
import type { World, WorldWorkflow } from "./world";

/** Large enough to be quick, small enough to leave other work its turn. */
const CALLS_PER_BATCH = 4000;

/** Puts everything that a world is made of into an empty workspace, through the product's own writing functions. */
export async function fillWorkspace(actor: Actor, world: World, now: Date): Promise<void> {
  const currentMonth = monthOf(localDate(now.getTime(), world.timeZone));
  for (const { month, card } of world.rateCards) {
    const validFrom = firstDay(addMonths(currentMonth, month));
    await createRateCard(actor, { ...card, validFrom, checkedOn: validFrom });
  }
  await replaceBillingRules(actor, { items: world.billingRules });
  for (const key of world.trackedTags) await trackTag(actor, { key }, now);
  const workflowIds = new Map<string, string>();
  for (const workflow of world.workflows) {
    workflowIds.set(workflow.slug, await placeWorkflow(actor, workflow, currentMonth));
  }
  await placeScenarios(actor, world, workflowIds, currentMonth);
  await placeCalls(actor, world, now);
}

async function placeWorkflow(actor: Actor, workflow: WorldWorkflow, currentMonth: string): Promise<string> {
  const { slug, name, owner, costCentre, stages } = workflow;
  const firstMonth = addMonths(currentMonth, Math.min(...stages.map(({ startsIn }) => startsIn)) - 1);
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const { id } = await defineWorkflow(tx, actor, { slug, name, owner, costCentre });
    await tx.workflow.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { createdAt: new Date(firstDay(firstMonth)) },
    });
    return id;
  });
}

async function placeCalls(actor: Actor, world: World, now: Date): Promise<void> {
  let batch: unknown[] = [];
  const send = async () => {
    const { counts } = await recordCalls(actor.workspace, batch, now);
    if (counts.created !== batch.length) throw new Error(`Calls were refused: ${JSON.stringify(counts)}`);
    batch = [];
  };
  for (const calls of generateCalls(world, now)) {
    batch.push(...calls);
    if (batch.length >= CALLS_PER_BATCH) await send();
  }
  if (batch.length > 0) await send();
}
