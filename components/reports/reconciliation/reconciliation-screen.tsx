"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, Scale } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { PageHeader } from "@/components/layout/page-header";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { MonthStepper } from "@/components/ui/month-stepper";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/client/api-error";
import { apiUrl } from "@/lib/client/api-url";
import { reconciledMonth, reconciliationQuery } from "@/lib/client/reconciliation-queries";
import { reconciliationSearchParsers } from "@/lib/client/reconciliation-search";
import { type Reconciliation, reconciliationEndpoints } from "@/lib/contracts/reconciliation";
import { InvoiceButton } from "./invoice-button";
import { LeakageCard } from "./leakage-card";
import { ProviderSelect } from "./provider-select";
import { ReconciledDays } from "./reconciled-days";
import { UnmappedItems } from "./unmapped-items";

/** What a provider says of a month beside what was logged. */
export function ReconciliationScreen({ thisMonth }: { thisMonth: string }) {
  const { slug, timeZone } = useWorkspace();
  const [search, setSearch] = useQueryStates(reconciliationSearchParsers);
  const { provider } = search;
  const month = search.month ?? thisMonth;
  const query = useQuery(reconciliationQuery(slug, month, provider));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: "Reports", href: `/w/${slug}/reports` }]}
        title="Reconciliation"
        subline={timeZone}
        actions={
          <>
            <ProviderSelect value={provider} onValueChange={(next) => void setSearch({ provider: next })} />
            <MonthStepper
              value={month}
              max={thisMonth}
              onValueChange={(next) => void setSearch({ month: next === thisMonth ? null : next })}
            />
            <InvoiceButton
              key={`${provider} ${month}`}
              provider={provider}
              month={month}
              invoice={query.data?.invoices.find((invoice) => invoice.month === month) ?? null}
            />
            <Button asChild>
              <a
                href={apiUrl(reconciliationEndpoints.exportReconciliation, {
                  workspace: slug,
                  query: reconciledMonth(month, provider),
                })}
                download
              >
                <Download aria-hidden /> CSV
              </a>
            </Button>
          </>
        }
      />
      {query.isPending ? (
        <Card role="status" aria-label="Loading the reconciliation" className="p-4">
          <Skeleton className="h-64" />
        </Card>
      ) : query.isError ? (
        <Card>
          <ErrorState
            message={messageOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        </Card>
      ) : (
        <Loaded reconciliation={query.data} />
      )}
    </>
  );
}

function Loaded({ reconciliation }: { reconciliation: Reconciliation }) {
  const { slug } = useWorkspace();
  const { basis, days, unmapped, total } = reconciliation;
  const isByDay = days.length > 0 && (basis === "costs" || total.providerImages !== null);
  if (basis === "none" && days.length === 0 && unmapped.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={Scale}
          title="Nothing to compare in this month"
          description="Connect OpenAI to read what it bills by day, or enter the amount of an invoice."
          action={
            <Button asChild variant="primary">
              <Link href={`/w/${slug}/settings/connectors`}>Connect a source</Link>
            </Button>
          }
        />
      </Card>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <LeakageCard reconciliation={reconciliation} total={total} />
      {unmapped.length > 0 && <UnmappedItems reconciliation={reconciliation} />}
      {isByDay && <ReconciledDays reconciliation={reconciliation} />}
    </div>
  );
}
