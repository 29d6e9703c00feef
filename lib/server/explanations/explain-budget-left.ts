import "server-only";
import { derive, deriveDifference } from "@/lib/derivations";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import { nanoUsd } from "@/lib/money";
import { loggedPeriod } from "@/lib/reports";
import { formatMonth } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import { explainCalls } from "./explain-calls";
import type { Explained, Explaining } from "./explaining";

const STATED = "As somebody entered it; nothing was rounded.";

/** The month's budget less what its calls have cost. */
export async function explainBudgetLeft(context: Explaining, month: string): Promise<Explained> {
  const { workspace, now } = context;
  const title = `Budget left, ${formatMonth(month)}`;
  const budget = workspace.monthlyBudgetNanoUsd;
  if (budget === null) {
    return derive<ExplanationQuery>({
      title,
      amountNanoUsd: null,
      formula: "No budget is set",
      rounding: STATED,
    });
  }
  const today = localDate(now.getTime(), workspace.timeZone);
  return deriveDifference<ExplanationQuery>({
    title,
    formula: "Budget − what was spent",
    of: derive<ExplanationQuery>({
      title: "Monthly budget",
      amountNanoUsd: nanoUsd(budget),
      formula: "As set for the workspace",
      rounding: STATED,
    }),
    less: await explainCalls(context, "usage", loggedPeriod(month, today)),
    notes: ["It runs out on the day on which the outlook, day by day, has spent more than the budget."],
  });
}
