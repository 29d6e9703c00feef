"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { StackedBarChart } from "@/components/charts/stacked-bar-chart";
import { UnpricedNotice } from "@/components/layout/unpriced-notice";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { ErrorState } from "@/components/ui/error-state";
import { messageOf } from "@/lib/client/api-error";
import { usageHref } from "@/lib/client/usage-href";
import { type UsageQuestion, usageSeriesQuery } from "@/lib/client/usage-queries";
import type { FilterValues } from "@/lib/contracts/usage";
import { prepareGroupSeries } from "./group-series";
import { GroupTable } from "./group-table";
import { SeriesControls } from "./series-controls";
import { SeriesSkeleton } from "./usage-skeleton";
import { FILTER_NAMES, type UsageSearch, givenFilters } from "./usage-question";
import { UsageTotalsStrip } from "./usage-totals";

interface UsageSeriesSectionProps {
  question: UsageQuestion;
  search: UsageSearch;
  values: FilterValues;
  onSearch: (change: Partial<UsageSearch>) => void;
}

/** What the chosen calls add up to, over time and by group. */
export function UsageSeriesSection({ question, search, values, onSearch }: UsageSeriesSectionProps) {
  const { slug } = useWorkspace();
  const query = useQuery(usageSeriesQuery(slug, question));
  const answer = query.data;
  const drawn = useMemo(
    () => answer && prepareGroupSeries(answer.series, answer.question.groupBy ?? null, values),
    [answer, values],
  );
  if (query.isError) {
    return (
      <Card>
        <ErrorState
          message={messageOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      </Card>
    );
  }
  if (answer === undefined || drawn === undefined) return <SeriesSkeleton />;
  const { series } = answer;
  const { totals } = series;
  const { groupBy, interval, ...filter } = answer.question;
  const filterName = FILTER_NAMES.find((name) => name === groupBy);
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={cn("grid grid-cols-1 gap-3.5 transition-opacity", query.isPlaceholderData && "opacity-60")}
    >
      <UsageTotalsStrip totals={totals} filter={filter} />
      <UnpricedNotice
        unpriced={totals}
        href={
          search.costBasis === "unpriced"
            ? null
            : usageHref(slug, {
                ...givenFilters(search),
                from: question.from,
                to: question.to,
                costBasis: "unpriced",
              })
        }
      />
      <StackedBarChart
        title={interval === "day" ? "Cost by day" : "Cost by month"}
        controls={<SeriesControls question={question} onSearch={onSearch} />}
        periods={drawn.periods}
        series={drawn.layers}
        notes={drawn.notes}
        fileName={`pixelcast-cost-by-${interval}-${series.from}-to-${series.to}`}
        empty={
          <p className="text-muted">
            {totals.calls === 0
              ? "No call in these days matches the filters."
              : "None of these calls has a price, so there is no cost to draw."}
          </p>
        }
      />
      {groupBy !== undefined && series.groups.length > 0 && (
        <GroupTable
          series={series}
          groupBy={groupBy}
          filter={filter}
          onChoose={filterName ? (key) => onSearch({ [filterName]: key }) : null}
        />
      )}
    </div>
  );
}
