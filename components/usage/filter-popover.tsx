"use client";

import { ListFilter } from "lucide-react";
import { DIMENSION_WORDS } from "@/components/layout/call-words";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import type { FilterValues } from "@/lib/contracts/usage";
import { filterOptions } from "./filter-options";
import { FILTER_NAMES, type UsageFilterName, type UsageSearch } from "./usage-question";

interface FilterPopoverProps {
  search: UsageSearch;
  values: FilterValues;
  onFilter: (name: UsageFilterName, value: string | null) => void;
}

const ANY = { value: "any", label: "Any" };
const SEARCHED_FROM = 8;

/** Every filter in one place; each takes effect as it is chosen. */
export function FilterPopover({ search, values, onFilter }: FilterPopoverProps) {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button>
          <ListFilter aria-hidden /> Filter
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-[26rem]">
        <div className="grid grid-cols-2 gap-3">
          {FILTER_NAMES.map((name) => {
            const options = [ANY, ...filterOptions(name, values)];
            const control = {
              value: search[name] ?? ANY.value,
              options,
              onValueChange: (value: string) => onFilter(name, value === ANY.value ? null : value),
            };
            return (
              <Field key={name} label={DIMENSION_WORDS[name]}>
                {options.length > SEARCHED_FROM ? <Combobox {...control} /> : <Select {...control} />}
              </Field>
            );
          })}
        </div>
      </PopoverContent>
    </Popover>
  );
}
