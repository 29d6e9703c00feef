"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, Upload } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useRef } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { usePageTitle } from "@/components/layout/use-page-title";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { messageOf } from "@/lib/client/api-error";
import { apiUrl } from "@/lib/client/api-url";
import { filterValuesQuery } from "@/lib/client/usage-queries";
import { serializeUsageSearch, usageSearchParsers } from "@/lib/client/usage-search";
import { reportEndpoints } from "@/lib/contracts/reports";
import type { FilterValues } from "@/lib/contracts/usage";
import { formatDateRange } from "@/lib/time/format-range";
import { CallsTable } from "./calls-table";
import { ConflictsCard } from "./conflicts-card";
import { OpenedCall } from "./opened-call";
import { SavedViewsMenu } from "./saved-views/saved-views-menu";
import { UsageFilters } from "./usage-filters";
import { UsageSeriesSection } from "./usage-series-section";
import { UsageSkeleton } from "./usage-skeleton";
import { askedUsage } from "./usage-question";

const REFETCH_WHILE_COUNTING_MS = 3000;

/** Everything that was logged, cut any way. Today is the server's, in the workspace's time zone. */
export function UsageScreen({ today }: { today: string }) {
  const { slug } = useWorkspace();
  const query = useQuery({
    ...filterValuesQuery(slug),
    refetchInterval: ({ state }) =>
      state.data?.tags.some(({ isCounting }) => isCounting) ? REFETCH_WHILE_COUNTING_MS : false,
  });
  usePageTitle("Usage");
  if (query.isPending) return <UsageSkeleton />;
  if (query.isError) {
    return (
      <ErrorState
        message={messageOf(query.error)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  }
  return <LoadedUsage today={today} values={query.data} />;
}

function LoadedUsage({ today, values }: { today: string; values: FilterValues }) {
  const { slug, timeZone } = useWorkspace();
  const [search, setSearch] = useQueryStates(usageSearchParsers, { history: "push" });
  const { range, filter, question } = askedUsage(search, { today, ...values });
  const calls = useRef<HTMLDivElement>(null);
  const hasCalls = values.firstDate !== null;
  return (
    <>
      <PageHeader
        title="Usage"
        subline={hasCalls ? `${formatDateRange(range.from, range.to)} · ${timeZone}` : timeZone}
        actions={
          hasCalls && (
            <>
              <SavedViewsMenu current={serializeUsageSearch(search).slice(1)} />
              <Button asChild>
                <Link href={`/w/${slug}/import`}>
                  <Upload aria-hidden /> Import
                </Link>
              </Button>
              <Button asChild>
                <a href={apiUrl(reportEndpoints.exportUsage, { workspace: slug, query: question })} download>
                  <Download aria-hidden /> Export CSV
                </a>
              </Button>
            </>
          )
        }
      />
      {hasCalls ? (
        <>
          <UsageFilters
            search={search}
            range={range}
            values={values}
            today={today}
            onSearch={(change) => void setSearch(change)}
          />
          <div className="grid grid-cols-1 gap-3.5">
            <UsageSeriesSection
              question={question}
              search={search}
              values={values}
              onSearch={(change) => void setSearch(change)}
              onCalls={(change) => {
                void setSearch(change);
                calls.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
              }}
            />
            <ConflictsCard />
            <div ref={calls} className="min-w-0 scroll-mt-4">
              <CallsTable filter={filter} today={today} />
            </div>
            <OpenedCall />
          </div>
        </>
      ) : (
        <Card>
          <EmptyState
            icon={Upload}
            title="No calls yet"
            description="Drop a log file in, or send each call to the API as it is made. Both can be used together: a call counts once."
            action={
              <>
                <Button asChild variant="primary">
                  <Link href={`/w/${slug}/import`}>Import a log</Link>
                </Button>
                <Button asChild>
                  <Link href={`/w/${slug}/settings/api-keys`}>Get an API key</Link>
                </Button>
              </>
            }
          />
        </Card>
      )}
    </>
  );
}
