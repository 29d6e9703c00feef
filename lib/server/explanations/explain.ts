import "server-only";
import type { z } from "zod";
import type { explanationSchema, ExplanationQuery } from "@/lib/contracts/explanations";
import { derivationText, type Derivation } from "@/lib/derivations";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { requireTrackedTag } from "@/lib/server/tags/require-tracked-tag";
import { explainBudgetLeft } from "./explain-budget-left";
import { explainCall } from "./explain-call";
import { explainCalls } from "./explain-calls";
import { explainCostPerImage } from "./explain-cost-per-image";
import { explainForecast } from "./explain-forecast";
import { explainOutlook } from "./explain-outlook";
import { explainPlannedPerImage } from "./explain-planned-per-image";
import { explainScenario } from "./explain-scenario";
import { explainVariance } from "./explain-variance";
import { presentDerivation } from "./present-derivation";
import type { Explaining } from "./explaining";

/** How an amount of the workspace came about, from one state of its data. */
export function explain(
  workspace: WorkspaceRow,
  query: ExplanationQuery,
  now: Date,
): Promise<z.input<typeof explanationSchema>> {
  return inWorkspace(
    workspace.id,
    async (tx) => {
      await requireTrackedTag(tx, workspace.id, query);
      const derivation = await explainSubject({ tx, workspace, now }, query);
      return { derivation: presentDerivation(derivation), text: derivationText(derivation) };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

function explainSubject(
  context: Explaining,
  { subject, call = "", month = "", scenarioId = "", ...filter }: ExplanationQuery,
): Promise<Derivation<ExplanationQuery>> {
  switch (subject) {
    case "call":
      return explainCall(context, call);
    case "usage":
    case "rework":
    case "paid_losses":
      return explainCalls(context, subject, filter);
    case "cost_per_image":
      return explainCostPerImage(context, filter);
    case "forecast":
    case "forecast_to_date":
      return explainForecast(context, { month, span: subject, ...filter });
    case "variance":
      return explainVariance(context, { month, ...filter });
    case "outlook":
      return explainOutlook(context, month);
    case "budget_left":
      return explainBudgetLeft(context, month);
    case "planned_per_image":
      return explainPlannedPerImage(context, month);
    case "scenario_total":
    case "scenario_average_month":
    case "scenario_month":
      return explainScenario(context, { subject, scenarioId, month });
  }
}
