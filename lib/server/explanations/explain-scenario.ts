import "server-only";
import {
  derive,
  deriveAverageMonth,
  deriveProjectedMonth,
  deriveProjectedTotal,
  type Derivation,
  type ProjectionToDerive,
} from "@/lib/derivations";
import { projectScenario } from "@/lib/scenarios";
import { RequestError } from "@/lib/server/http/request-error";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import { findScenario } from "@/lib/server/scenarios/find-scenario";
import { readDrivers } from "@/lib/server/scenarios/read-drivers";
import type { Explained, Explaining } from "./explaining";

interface ScenarioQuestion {
  subject: "scenario_total" | "scenario_average_month" | "scenario_month";
  scenarioId: string;
  month: string;
}

/** What a scenario comes to as it is saved: in all, in an average month, or in one month. */
export async function explainScenario(
  { tx, workspace }: Explaining,
  question: ScenarioQuestion,
): Promise<Explained> {
  const scenario = await findScenario(tx, workspace.id, question.scenarioId);
  const drivers = readDrivers(scenario.drivers);
  const book = await getPriceBook(tx, workspace.id);
  const projection = projectScenario(drivers, book);
  if (projection.status === "unpriced") {
    return derive({
      title: scenario.name,
      amountNanoUsd: null,
      formula: "No amount: what is missing for one stands below",
      notes: projection.problems.map(({ message }) => message),
      rounding: "Nothing was computed.",
    });
  }
  const derivation = deriveSubject(question, { drivers, projection, book });
  return { ...derivation, title: `${scenario.name}: ${derivation.title}` };
}

function deriveSubject({ subject, month }: ScenarioQuestion, input: ProjectionToDerive): Derivation {
  if (subject === "scenario_total") return deriveProjectedTotal(input);
  if (subject === "scenario_average_month") return deriveAverageMonth(input);
  const index = input.projection.months.findIndex((each) => each.month === month);
  const projected = input.projection.months[index];
  if (projected === undefined)
    throw new RequestError("not_found", "The scenario does not reach into this month.");
  return deriveProjectedMonth(input.drivers, projected, index, input.book);
}
