"use client";

import { ListFilter } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { dimensionWord } from "@/components/layout/call-words";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select, type SelectOption } from "@/components/ui/select";
import { type FilterValues, USAGE_DIMENSIONS, type UsageGrouping } from "@/lib/contracts/usage";
import type { ValueList } from "@/lib/contracts/value-list";
import { dimensionFilter, dimensionList, filterName, type UsageFilterName } from "./dimension-filter";
import { filterOptions, filterValueLabel } from "./filter-options";
import { ONE_TAG_HINT, tagChoices } from "./tag-choice";
import type { UsageSearch } from "./usage-question";

interface FilterPopoverProps {
  search: UsageSearch;
  values: FilterValues;
  onFilter: (name: UsageFilterName, value: string | null) => void;
}

const DIMENSION_OPTIONS: readonly SelectOption<UsageGrouping>[] = USAGE_DIMENSIONS.map((value) => ({
  value,
  label: dimensionWord(value),
}));
/** Stands for the tags of a workspace that tracks none. */
const NO_TAG = "no-tag";
const SEARCHED_FROM = 8;
/** More would be slow to draw, and nobody reads them: they are found by typing. */
const MOST_SHOWN = 100;

/** Every filter in one place: any of some values of a dimension, or none of them. Each takes effect as it is chosen. */
export function FilterPopover({ search, values, onFilter }: FilterPopoverProps) {
  const [dimension, setDimension] = useState<UsageGrouping | typeof NO_TAG>("workflow");
  const tagOptions: SelectOption<UsageGrouping | typeof NO_TAG>[] = tagChoices(values, search).map(
    ({ dimension: tag, isOffered }) => ({
      value: tag,
      label: dimensionWord(tag),
      ...(!isOffered && { disabled: true, hint: ONE_TAG_HINT }),
    }),
  );
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button>
          <ListFilter aria-hidden /> Filter
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-80">
        <Select
          aria-label="Filter by"
          className="w-full"
          value={dimension}
          options={[
            ...DIMENSION_OPTIONS,
            ...(tagOptions.length > 0 ? tagOptions : [{ value: NO_TAG, label: "Tag" } as const]),
          ]}
          onValueChange={setDimension}
        />
        {dimension === NO_TAG ? (
          <NoTagTracked />
        ) : (
          <FilterValueList
            key={dimension}
            dimension={dimension}
            list={dimensionList(dimension, search)}
            values={values}
            onChange={(list) => {
              const name = filterName(dimension);
              onFilter(name, dimensionFilter(dimension, list)?.[name] ?? null);
            }}
          />
        )}
      </PopoverContent>
    </Popover>
  );
}

function NoTagTracked() {
  const { slug } = useWorkspace();
  return (
    <p className="mt-3 text-muted">
      No tag is tracked yet. Choose those that matter under{" "}
      <Link href={`/w/${slug}/settings/tags`} className="font-medium text-ink underline underline-offset-2">
        Settings, Tags
      </Link>
      .
    </p>
  );
}

interface FilterValueListProps {
  dimension: UsageGrouping;
  list: ValueList | null;
  values: FilterValues;
  onChange: (list: ValueList) => void;
}

function FilterValueList({ dimension, list, values, onChange }: FilterValueListProps) {
  const [isExcludedNext, setExcludedNext] = useState(false);
  const [typed, setTyped] = useState("");
  const isExcluded = list?.isExcluded ?? isExcludedNext;
  const chosen = list?.values ?? [];
  // What an address names and no call carries can still be taken away.
  const known = filterOptions(dimension, values);
  const options = [
    ...known,
    ...chosen
      .filter((value) => !known.some((option) => option.value === value))
      .map((value) => ({ value, label: filterValueLabel(dimension, value, values) })),
  ];
  const found = options.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()));
  const shown = found.filter(({ value }, index) => index < MOST_SHOWN || chosen.includes(value));
  const setList = (nextValues: readonly string[], isNextExcluded = isExcluded) =>
    onChange({ isExcluded: isNextExcluded, values: nextValues });
  return (
    <div className="mt-3 grid gap-2.5">
      <SegmentedControl
        size="sm"
        label="How values are taken"
        value={isExcluded ? "not" : "any"}
        options={[
          { value: "any", label: "is any of" },
          { value: "not", label: "is not" },
        ]}
        onValueChange={(next) => {
          setExcludedNext(next === "not");
          setList(chosen, next === "not");
        }}
      />
      {options.length > SEARCHED_FROM && (
        <Input
          type="search"
          aria-label="Find a value"
          placeholder="Find a value"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div
        role="group"
        aria-label={dimensionWord(dimension)}
        className="grid max-h-64 gap-1.5 overflow-y-auto p-0.5 break-words"
      >
        {shown.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onCheckedChange={(isChosen) =>
              setList(isChosen ? [...chosen, value] : chosen.filter((each) => each !== value))
            }
          />
        ))}
        {found.length === 0 && <p className="text-muted">No value like this.</p>}
        {shown.length < found.length && (
          <p className="text-muted">
            {(found.length - shown.length).toLocaleString("en-US")} more. Type to find them.
          </p>
        )}
      </div>
    </div>
  );
}
