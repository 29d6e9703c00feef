"use client";

import { dimensionWord } from "@/components/layout/call-words";
import { Checkbox } from "@/components/ui/checkbox";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select, type SelectOption } from "@/components/ui/select";
import type { UsageQuestion } from "@/lib/client/usage-queries";
import { tagKeyOf, type TagQuestion } from "@/lib/contracts/tag-filter";
import { type FilterValues, USAGE_DIMENSIONS, type UsageGrouping } from "@/lib/contracts/usage";
import { daysBetween } from "@/lib/time";
import { type Measure, MEASURES } from "@/lib/usage";
import { countedTag } from "./counted-tag";
import { MEASURE_WORDS } from "./measure-words";
import { ONE_TAG_HINT, tagChoices } from "./tag-choice";
import type { UsageSearch } from "./usage-question";
import { MAX_DAYS_BY_DAY } from "./usage-range";

interface SeriesControlsProps {
  question: UsageQuestion;
  search: UsageSearch;
  values: FilterValues;
  onSearch: (change: Partial<UsageSearch>) => void;
}

const MEASURE_OPTIONS: readonly { value: Measure; label: string }[] = MEASURES.map((value) => ({
  value,
  label: MEASURE_WORDS[value],
}));

/** The dimensions, and the tracked tags as far as they can be asked together with what else is asked. */
function groupings(
  lead: string,
  chosen: UsageGrouping | undefined,
  values: FilterValues,
  asked: TagQuestion,
): SelectOption<UsageGrouping>[] {
  const isUntracked = tagKeyOf(chosen) !== null && countedTag(values, { groupBy: chosen }) === null;
  return [
    ...USAGE_DIMENSIONS.map((value) => ({ value, label: `${lead} ${dimensionWord(value, true)}` })),
    ...tagChoices(values, asked).map(({ dimension: value, isOffered }) => ({
      value,
      label: `${lead} ${dimensionWord(value, true)}`,
      ...(!isOffered && { disabled: true, hint: ONE_TAG_HINT }),
    })),
    // An address may still name a tag that is tracked no more.
    ...(isUntracked && chosen !== undefined
      ? [
          {
            value: chosen,
            label: `${lead} ${dimensionWord(chosen, true)}`,
            disabled: true,
            hint: "Not tracked",
          },
        ]
      : []),
  ];
}

/** What is drawn, in which groups and how finely. */
export function SeriesControls({ question, search, values, onSearch }: SeriesControlsProps) {
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
        options={[
          ...groupings("By", groupBy, values, { tag: search.tag }),
          { value: "none" as const, label: "In one sum" },
        ]}
        onValueChange={(next) =>
          onSearch({ groupBy: next, ...(isSpentBy(next, thenBy) && { thenBy: null }) })
        }
      />
      {groupBy !== undefined && (
        <Select
          aria-label="Then by"
          className="h-7 w-44"
          value={thenBy ?? "none"}
          options={[
            { value: "none", label: "And nothing else" },
            ...groupings("And", thenBy, values, { tag: search.tag, groupBy }).filter(
              ({ value }) => value !== groupBy,
            ),
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

/** Whether a second grouping says nothing, or cannot be asked, beside the first. */
function isSpentBy(groupBy: UsageGrouping | "none", thenBy: UsageGrouping | undefined): boolean {
  return groupBy === thenBy || (tagKeyOf(groupBy) !== null && tagKeyOf(thenBy) !== null);
}
