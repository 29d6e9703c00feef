import type { ExplanationQuery } from "@/lib/contracts/explanations";
import type { StatementLine } from "@/lib/contracts/overview";
import { oneValue } from "@/lib/contracts/value-list";

/** What to ask for the amounts of a statement's line. */
export type StatementQuestions = Record<"actual" | "forecast" | "variance", ExplanationQuery>;

/** For one line of a month's statement, or for its total, which is of no workflow and stage alone. */
export function statementQuestions(
  { month, from, to }: { month: string; from: string; to: string },
  line: Pick<StatementLine, "workflow" | "stage"> | null,
): StatementQuestions {
  const of = line && {
    workflow: line.workflow ? oneValue(line.workflow.slug) : "none",
    stage: line.stage ?? ("none" as const),
  };
  return {
    actual: { subject: "usage", from, to, ...of },
    forecast: { subject: "forecast_to_date", month, ...of },
    variance: { subject: "variance", month, ...of },
  };
}
