"use client";

import { DIMENSION_WORDS } from "@/components/layout/call-words";
import { Checkbox } from "@/components/ui/checkbox";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { UsageQuestion } from "@/lib/client/usage-queries";
import { USAGE_DIMENSIONS, type UsageDimension } from "@/lib/contracts/usage";
import { daysBetween } from "@/lib/time";
import { type Measure, MEASURES } from "@/lib/usage";
import { MEASURE_WORDS } from "./measure-words";
import type { UsageSearch } from "./usage-question";
import { MAX_DAYS_BY_DAY } from "./usage-range";

interface SeriesControlsProps {
  question: UsageQuestion;
  search: UsageSearch;
  onSearch: (change: Partial<UsageSearch>) => void;
}

const MEASURE_OPTIONS: readonly { value: Measure; label: string }[] = MEASURES.map((value) => ({
  value,
  label: MEASURE_WORDS[value],
}));

const byWord = (dimension: UsageDimension) => DIMENSION_WORDS[dimension].toLowerCase();

const GROUPINGS: readonly { value: UsageDimension | "none"; label: string }[] = [
  ...USAGE_DIMENSIONS.map((dimension) => ({ value: dimension, label: `By ${byWord(dimension)}` })),
  { value: "none", label: "In one sum" },
];

/** What is drawn, in which groups and how finely. */
export function SeriesControls({ question, search, onSearch }: SeriesControlsProps) {
  const days = daysBetween(question.from, question.to);
  const { groupBy, thenBy } = question;
  return (
    <>
      <Select
        aria-label="Measure"
        className="h-7 w-40"
        value={search.measure}
        options={MEASURE_OPTIONS}
        onValueChange={(measure) => onSearch({ measure })}
      />
      <Select
        aria-label="Group by"
        className="h-7 w-44"
        value={groupBy ?? "none"}
        options={GROUPINGS}
        onValueChange={(next) => onSearch({ groupBy: next, ...(next === thenBy && { thenBy: null }) })}
      />
      {groupBy !== undefined && (
        <Select
          aria-label="Then by"
          className="h-7 w-44"
          value={thenBy ?? "none"}
          options={[
            { value: "none", label: "And nothing else" },
            ...USAGE_DIMENSIONS.filter((dimension) => dimension !== groupBy).map((dimension) => ({
              value: dimension,
              label: `And ${byWord(dimension)}`,
            })),
          ]}
          onValueChange={(next) => onSearch({ thenBy: next === "none" ? null : next })}
        />
      )}
      <SegmentedControl
        size="sm"
        label="Interval"
        value={question.interval}
        onValueChange={(interval) => onSearch({ interval })}
        options={[
          { value: "day", label: "Daily", disabled: days >= MAX_DAYS_BY_DAY },
          { value: "week", label: "Weekly", disabled: days >= 7 * MAX_DAYS_BY_DAY },
          { value: "month", label: "Monthly" },
        ]}
      />
      <Checkbox
        label="Cumulative"
        checked={search.cumulative}
        onCheckedChange={(cumulative) => onSearch({ cumulative })}
      />
      <Checkbox
        label="Compare with the previous period"
        checked={search.compare !== null}
        onCheckedChange={(isCompared) => onSearch({ compare: isCompared ? "previous" : null })}
      />
    </>
  );
}
