"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { MeasureChart } from "@/components/charts/measure-chart";
import { UnpricedNotice } from "@/components/layout/unpriced-notice";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { ErrorState } from "@/components/ui/error-state";
import { messageOf } from "@/lib/client/api-error";
import { usageHref } from "@/lib/client/usage-href";
import { type UsageQuestion, usageSeriesQuery } from "@/lib/client/usage-queries";
import type { FilterValues, UsageSeries } from "@/lib/contracts/usage";
import { formatDateRange } from "@/lib/time/format-range";
import { type SeriesPeriod, seriesPeriods } from "@/lib/usage";
import { prepareGroupSeries, seriesColors } from "./group-series";
import { GroupTable } from "./group-table";
import { type CountedTag, countedNote, countedSpan, countedTag, fullNote } from "./counted-tag";
import { MEASURE_WORDS } from "./measure-words";
import { SeriesControls } from "./series-controls";
import { SeriesSkeleton } from "./usage-skeleton";
import { type UsageSearch, givenFilters } from "./usage-question";
import { UsageTotalsStrip } from "./usage-totals";
import { useRefetchAsCounted } from "./use-refetch-as-counted";

interface UsageSeriesSectionProps {
  question: UsageQuestion;
  search: UsageSearch;
  values: FilterValues;
  onSearch: (change: Partial<UsageSearch>) => void;
  /** Narrows the page to the calls of one bar or row, and leads to them. */
  onCalls: (change: Partial<UsageSearch>) => void;
}

const INTERVAL_WORDS = { day: "by day", week: "by week", month: "by month" } as const;

/** What the chosen calls add up to, over time and by group. */
export function UsageSeriesSection({ question, search, values, onSearch, onCalls }: UsageSeriesSectionProps) {
  const { slug } = useWorkspace();
  const counted = countedTag(values, question);
  const query = useQuery(usageSeriesQuery(slug, question));
  useRefetchAsCounted(counted, query.refetch);
  const isCumulative = search.cumulative;
  const answer = query.data;
  // While the next answer loads, what is drawn keeps the measure that it was ranked by.
  const measure = answer?.question.measure ?? "cost";
  const drawn = useMemo(
    () =>
      answer && {
        input: prepareGroupSeries(answer, { measure, isCumulative, values }),
        colors: seriesColors(answer.series, answer.question, values),
      },
    [answer, measure, isCumulative, values],
  );
  if (query.isError) {
    return (
      <Card>
        {/* What cannot be answered may have been chosen here. */}
        <div className="flex flex-wrap items-center gap-2 px-4 pt-4">
          <SeriesControls question={question} search={search} values={values} onSearch={onSearch} />
        </div>
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
  const {
    groupBy,
    thenBy: _then,
    interval,
    top: _top,
    measure: _measure,
    compare: _compare,
    ...asked
  } = answer.question;
  // What is not counted yet is in no sum, so that nothing may lead to it.
  const filter = { ...asked, from: countedSpan(asked.from, counted) };
  const measureWord = isCumulative
    ? `Cumulative ${MEASURE_WORDS[measure].toLowerCase()}`
    : MEASURE_WORDS[measure];
  const title = `${measureWord} ${INTERVAL_WORDS[interval]}`;
  const periods = seriesPeriods(series.from, series.to, interval);
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
      <MeasureChart
        title={title}
        description={<SeriesNote periods={periods} previous={series.previous} counted={counted} />}
        controls={<SeriesControls question={question} search={search} values={values} onSearch={onSearch} />}
        input={drawn.input}
        fileName={`pixelcast-${measure}-by-${interval}-${series.from}-to-${series.to}`}
        onChoose={{
          hint: "Enter shows the calls of that time.",
          choose: (index) => {
            const period = periods[index];
            if (period) onCalls({ range: null, from: period.from, to: period.to });
          },
        }}
        empty={
          <p className="text-muted">
            {totals.calls === 0
              ? "No call in these days matches the filters."
              : "None of these calls has what it takes to draw this."}
          </p>
        }
      />
      {groupBy !== undefined && series.groups.length > 0 && (
        <GroupTable
          answer={answer}
          groupBy={groupBy}
          measure={measure}
          colors={drawn.colors}
          filter={filter}
          onChoose={onCalls}
        />
      )}
    </div>
  );
}

interface SeriesNoteProps {
  periods: readonly SeriesPeriod[];
  previous: UsageSeries["previous"];
  counted: CountedTag | null;
}

function comparedNote({ from, to, totals }: NonNullable<UsageSeries["previous"]>): string {
  const dates = formatDateRange(from, to);
  return totals.calls === 0 ? `nothing was logged in ${dates} to compare with` : `compared with ${dates}`;
}

/** What is to be known of the sums: what is not in them yet, which periods are cut, and what they are compared with. */
function SeriesNote({ periods, previous, counted }: SeriesNoteProps) {
  const notes = [
    ...(counted?.countedFrom ? [countedNote(counted)] : []),
    ...(counted?.isFull ? [fullNote(counted)] : []),
    ...(periods.some(({ isPartial }) => isPartial) ? ["* only partly in these dates"] : []),
    ...(previous ? [comparedNote(previous)] : []),
  ];
  return notes.length === 0 ? null : notes.join(" · ");
}
