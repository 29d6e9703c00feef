import { valueWord, sizeWord } from "@/components/layout/call-words";
import type { FilterValues } from "@/lib/contracts/usage";
import {
  costBasisSchema,
  outcomeSchema,
  purposeSchema,
  stageSchema,
  unpricedReasonSchema,
} from "@/lib/contracts/values";
import type { UsageFilterName } from "./usage-question";

interface FilterOption {
  value: string;
  label: string;
}

const worded = (name: UsageFilterName, values: readonly string[]): FilterOption[] =>
  values.map((value) => ({ value, label: valueWord(name, value) }));

/** What each filter can be set to: the values that the workspace's calls carry, and "none" for calls without one. */
export function filterOptions(name: UsageFilterName, values: FilterValues): FilterOption[] {
  switch (name) {
    case "workflow":
      return [
        ...values.workflows.map(({ slug, name: label }) => ({ value: slug, label })),
        { value: "none", label: "No workflow named" },
      ];
    case "stage":
      return worded(name, [...stageSchema.options, "none"]);
    case "purpose":
      return worded(name, purposeSchema.options);
    case "provider":
      return worded(name, values.providers);
    case "model":
      return worded(name, values.models);
    case "size":
      return [
        ...values.sizes.map((value) => ({ value, label: sizeWord(value) })),
        { value: "none", label: "No size" },
      ];
    case "quality":
      return [...worded(name, values.qualities), { value: "none", label: "No quality" }];
    case "outcome":
      return worded(name, outcomeSchema.options);
    case "costBasis":
      return worded(name, costBasisSchema.options);
    case "unpricedReason":
      return worded(name, [...unpricedReasonSchema.options, "none"]);
  }
}

/** What a filter's value is called; a value that no call carries is called by itself. */
export function filterLabel(name: UsageFilterName, value: string, values: FilterValues): string {
  return filterOptions(name, values).find((option) => option.value === value)?.label ?? value;
}
