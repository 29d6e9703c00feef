import "server-only";
import { deriveOutlook } from "@/lib/derivations";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import { localDate } from "@/lib/time/zone";
import { loadOverviewMonth } from "@/lib/server/overview/load-overview-month";
import type { Explained, Explaining } from "./explaining";

/** Where a month will end: what was logged, and what is expected of the rest. */
export async function explainOutlook({ tx, workspace, now }: Explaining, month: string): Promise<Explained> {
  const today = localDate(now.getTime(), workspace.timeZone);
  const { dailyActuals, outlook } = await loadOverviewMonth(tx, workspace, { month, today, now });
  return deriveOutlook<ExplanationQuery>({
    month,
    today,
    dailyActuals,
    outlook,
    askDays: (from, to) => ({ subject: "usage", from, to }),
    askForecast: { subject: "forecast", month },
  });
}
