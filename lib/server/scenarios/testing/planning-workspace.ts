import type { ScenarioBody } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { createTestWorkspace, createUser } from "@/lib/server/testing/api-client";
import { createWorkflow } from "../create-workflow";

export interface PlanningWorkspace {
  actor: Actor;
  workflowId: string;
  /** A thousand pictures a month in the first quarter of 2027, at $0.21085 each. */
  body: ScenarioBody;
}

/** A workspace in Berlin with one workflow. */
export async function createPlanningWorkspace(): Promise<PlanningWorkspace> {
  const owner = await createUser();
  const workspace = await createTestWorkspace(owner);
  const actor: Actor = {
    kind: "user",
    id: owner.id,
    name: owner.name,
    role: "owner",
    scopes: null,
    workspace,
  };
  const { id: workflowId } = await createWorkflow(actor, { name: "Landing heroes" });
  return { actor, workflowId, body: sampleBody(workflowId) };
}

function sampleBody(workflowId: string): ScenarioBody {
  return {
    workflowId,
    stage: "pilot",
    name: "Pilot",
    purpose: { mustProve: "Repeatability", criteria: [{ measure: "billed_retry_percent", atMost: 5 }] },
    drivers: {
      provider: "openai",
      model: "gpt-image-2",
      operation: "generation",
      batch: false,
      startsOn: "2027-01-01",
      lengthMonths: 3,
      volume: { requests: 1000, per: "month" },
      growth: { kind: "none" },
      imagesPerRequest: 1,
      mix: [{ size: "1024x1024", quality: "high", sharePercent: 100 }],
      promptTokens: 26,
      referenceImages: 0,
      billedRetryPercent: 0,
      qa: { runsPerMonth: 0, imagesPerRun: 0, size: null, quality: null },
      promptTuning: { promptsPerMonth: 0, iterationsPerPrompt: 0, size: null, quality: null },
      acceptedPercent: 100,
    },
  };
}
