"use client";

import { ListFilter } from "lucide-react";
import { useState } from "react";
import { DIMENSION_WORDS } from "@/components/layout/call-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { FilterValues } from "@/lib/contracts/usage";
import { formatValueList, parseValueList } from "@/lib/contracts/value-list";
import { filterOptions } from "./filter-options";
import { FILTER_NAMES, type UsageFilterName, type UsageSearch } from "./usage-question";

interface FilterPopoverProps {
  search: UsageSearch;
  values: FilterValues;
  onFilter: (name: UsageFilterName, value: string | null) => void;
}

const DIMENSION_OPTIONS = FILTER_NAMES.map((value) => ({ value, label: DIMENSION_WORDS[value] }));
const SEARCHED_FROM = 8;

/** Every filter in one place: any of some values of a dimension, or none of them. Each takes effect as it is chosen. */
export function FilterPopover({ search, values, onFilter }: FilterPopoverProps) {
  const [name, setName] = useState<UsageFilterName>("workflow");
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
          value={name}
          options={DIMENSION_OPTIONS}
          onValueChange={setName}
        />
        <FilterValueList
          key={name}
          name={name}
          text={search[name]}
          values={values}
          onChange={(text) => onFilter(name, text)}
        />
      </PopoverContent>
    </Popover>
  );
}

interface FilterValueListProps {
  name: UsageFilterName;
  text: string | null;
  values: FilterValues;
  onChange: (text: string | null) => void;
}

function FilterValueList({ name, text, values, onChange }: FilterValueListProps) {
  const list = text === null ? null : parseValueList(text);
  const [isExcludedNext, setExcludedNext] = useState(false);
  const [typed, setTyped] = useState("");
  const isExcluded = list?.isExcluded ?? isExcludedNext;
  const chosen = list?.values ?? [];
  // What an address names and no call carries can still be taken away.
  const options = [
    ...filterOptions(name, values),
    ...chosen
      .filter((value) => !filterOptions(name, values).some((option) => option.value === value))
      .map((value) => ({ value, label: value })),
  ];
  const found = options.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()));
  const setList = (nextValues: readonly string[], isNextExcluded = isExcluded) =>
    onChange(formatValueList({ isExcluded: isNextExcluded, values: nextValues }));
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
        aria-label={DIMENSION_WORDS[name]}
        className="grid max-h-64 gap-1.5 overflow-y-auto p-0.5 break-words"
      >
        {found.map(({ value, label }) => (
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
      </div>
    </div>
  );
}
