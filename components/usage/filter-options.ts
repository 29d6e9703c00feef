import { valueWord, sizeWord } from "@/components/layout/call-words";
import {
  formatTagValue,
  parseTagValue,
  tagKeyOf,
  tagValueLabel,
  type TagValue,
} from "@/lib/contracts/tag-filter";
import {
  type FilterValues,
  type UsageDimension,
  usageDimensionSchema,
  type UsageGrouping,
} from "@/lib/contracts/usage";
import {
  costBasisSchema,
  operationSchema,
  outcomeSchema,
  purposeSchema,
  stageSchema,
  unpricedReasonSchema,
} from "@/lib/contracts/values";
import type { ValueList } from "@/lib/contracts/value-list";

interface FilterOption {
  value: string;
  label: string;
}

const worded = (name: UsageDimension, values: readonly string[]): FilterOption[] =>
  values.map((value) => ({ value, label: valueWord(name, value) }));

/** What each filter can be set to: the values that the workspace's calls carry, and "none" for calls without one. */
export function filterOptions(dimension: UsageGrouping, values: FilterValues): FilterOption[] {
  const tagKey = tagKeyOf(dimension);
  if (tagKey !== null) return tagOptions(tagKey, values);
  const name = usageDimensionSchema.parse(dimension);
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

function tagOptions(key: string, { tags }: FilterValues): FilterOption[] {
  const tag = tags.find((each) => each.key === key);
  const option = (value: TagValue) => ({ value: formatTagValue(value), label: tagValueLabel(key, value) });
  return [
    ...(tag?.values.map((value) => option({ kind: "value", value })) ?? []),
    ...(tag?.isFull ? [option({ kind: "other" })] : []),
    option({ kind: "none" }),
  ];
}

/** What a value is called that a filter names. One that no call carries is called by itself. */
export function filterValueLabel(dimension: UsageGrouping, value: string, values: FilterValues): string {
  const tagKey = tagKeyOf(dimension);
  if (tagKey !== null) return tagValueLabel(tagKey, parseTagValue(value));
  return filterOptions(dimension, values).find((option) => option.value === value)?.label ?? value;
}

/** What a filter selects: "low or high", "not avatars". */
export function filterLabel(dimension: UsageGrouping, list: ValueList, values: FilterValues): string {
  const words = list.values.map((value) => filterValueLabel(dimension, value, values)).join(" or ");
  return list.isExcluded ? `not ${words}` : words;
}
