import { valueWord, sizeWord } from "@/components/layout/call-words";
import type { FilterValues } from "@/lib/contracts/usage";
import {
  costBasisSchema,
  operationSchema,
  outcomeSchema,
  purposeSchema,
  stageSchema,
  unpricedReasonSchema,
} from "@/lib/contracts/values";
import { parseValueList } from "@/lib/contracts/value-list";
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
    case "operation":
      return worded(name, operationSchema.options);
    case "batch":
    case "retry":
      return worded(name, ["yes", "no"]);
    case "outcome":
      return worded(name, outcomeSchema.options);
    case "costBasis":
      return worded(name, costBasisSchema.options);
    case "unpricedReason":
      return worded(name, [...unpricedReasonSchema.options, "none"]);
  }
}

/** What a filter selects: "low or high", "not avatars". A value that no call carries is called by itself. */
export function filterLabel(name: UsageFilterName, text: string, values: FilterValues): string {
  const list = parseValueList(text);
  if (list === null) return text;
  const labels = new Map(filterOptions(name, values).map(({ value, label }) => [value, label]));
  const words = list.values.map((value) => labels.get(value) ?? value).join(" or ");
  return list.isExcluded ? `not ${words}` : words;
}
