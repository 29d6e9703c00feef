"use client";

import { X } from "lucide-react";
import { dimensionWord } from "@/components/layout/call-words";
import { Button } from "@/components/ui/button";
import type { FilterValues } from "@/lib/contracts/usage";
import { dimensionList, filteredDimension, type UsageFilterName } from "./dimension-filter";
import { filterLabel } from "./filter-options";
import { FilterPopover } from "./filter-popover";
import { RangeControl } from "./range-control";
import { FILTER_NAMES, type UsageSearch } from "./usage-question";
import type { UsageRange } from "./usage-range";

interface UsageFiltersProps {
  search: UsageSearch;
  range: UsageRange;
  values: FilterValues;
  today: string;
  onSearch: (change: Partial<UsageSearch>) => void;
}

/** Which calls the page is about. What is set stands as a chip that takes it away again. */
export function UsageFilters({ search, range, values, today, onSearch }: UsageFiltersProps) {
  const set = (name: UsageFilterName, value: string | null) => onSearch({ [name]: value });
  const given = FILTER_NAMES.flatMap((name) => {
    const dimension = search[name] === null ? null : filteredDimension(name, search[name]);
    const list = dimension && dimensionList(dimension, search);
    return list ? { name, word: dimensionWord(dimension), label: filterLabel(dimension, list, values) } : [];
  });
  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap items-center gap-2 pb-3.5 print:hidden">
      <RangeControl
        range={range}
        today={today}
        onPreset={(preset) => onSearch({ range: preset === "30-days" ? null : preset, from: null, to: null })}
        onDates={(from, to) => onSearch({ range: null, from, to })}
      />
      <FilterPopover search={search} values={values} onFilter={set} />
      {given.map(({ name, word, label }) => (
        <span
          key={name}
          className="inline-flex h-8 max-w-full items-center rounded-control border bg-surface pl-2.5 shadow-hair"
        >
          <span className="truncate">
            <span className="text-muted">{word}</span> {label}
          </span>
          <button
            type="button"
            aria-label={`Remove the filter ${word}: ${label}`}
            onClick={() => set(name, null)}
            className="ml-1 grid size-7 shrink-0 place-items-center rounded-control text-muted hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </span>
      ))}
      {given.length > 1 && (
        <Button
          variant="ghost"
          onClick={() => onSearch(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])))}
        >
          Clear all
        </Button>
      )}
    </div>
  );
}
