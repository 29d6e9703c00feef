import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { BillingRulesSettings } from "@/components/settings/billing-rules/billing-rules-settings";
import { unknownBillingQuestion } from "@/components/settings/billing-rules/unknown-billing-question";
import { billingRulesQuery } from "@/lib/client/billing-rule-queries";
import { prefetch } from "@/lib/client/prefetch";
import { usageSeriesQuery } from "@/lib/client/usage-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { listBillingRules } from "@/lib/server/billing-rules/list-billing-rules";
import { currentTime } from "@/lib/server/clock";
import { getUsageSeries } from "@/lib/server/usage/get-usage-series";
import { localDate } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Billing rules · Settings" };

export default async function BillingRulesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const today = localDate(currentTime().getTime(), workspace.timeZone);
  const question = unknownBillingQuestion(today);
  const state = await prefetch(
    { ...billingRulesQuery(workspace.slug), queryFn: () => listBillingRules(workspace) },
    {
      ...usageSeriesQuery(workspace.slug, question),
      queryFn: async () => ({ question, series: await getUsageSeries(workspace, question) }),
    },
  );
  return (
    <HydrationBoundary state={state}>
      <BillingRulesSettings today={today} />
    </HydrationBoundary>
  );
}
