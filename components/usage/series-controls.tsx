"use client";

import { DIMENSION_WORDS } from "@/components/layout/call-words";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { UsageQuestion } from "@/lib/client/usage-queries";
import { USAGE_DIMENSIONS, type UsageDimension } from "@/lib/contracts/usage";
import { daysBetween } from "@/lib/time";
import type { UsageSearch } from "./usage-question";
import { MAX_DAYS_BY_DAY } from "./usage-range";

interface SeriesControlsProps {
  question: UsageQuestion;
  onSearch: (change: Partial<UsageSearch>) => void;
}

const GROUPINGS: readonly { value: UsageDimension | "none"; label: string }[] = [
  ...USAGE_DIMENSIONS.map((dimension) => ({
    value: dimension,
    label: `By ${DIMENSION_WORDS[dimension].toLowerCase()}`,
  })),
  { value: "none", label: "In one sum" },
];

export function SeriesControls({ question, onSearch }: SeriesControlsProps) {
  const isTooLong = daysBetween(question.from, question.to) >= MAX_DAYS_BY_DAY;
  return (
    <>
      <Select
        aria-label="Group by"
        className="h-7 w-44"
        value={question.groupBy ?? "none"}
        options={GROUPINGS}
        onValueChange={(groupBy) => onSearch({ groupBy })}
      />
      <SegmentedControl
        size="sm"
        label="Interval"
        value={question.interval}
        onValueChange={(interval) => onSearch({ interval })}
        options={[
          { value: "day", label: "Daily", disabled: isTooLong },
          { value: "month", label: "Monthly" },
        ]}
      />
    </>
  );
}
