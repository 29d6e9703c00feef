import type { usageFilterParsers } from "@/lib/client/usage-search";
import { formatTagFilter, parseTagFilter, tagDimension, tagKeyOf } from "@/lib/contracts/tag-filter";
import { type UsageGrouping, usageDimensionSchema } from "@/lib/contracts/usage";
import { formatValueList, parseValueList, type ValueList } from "@/lib/contracts/value-list";

/** A filter's name in an address. All tags share one. */
export type UsageFilterName = keyof typeof usageFilterParsers;

type Filters = Partial<Record<UsageFilterName, string | null | undefined>>;

export function filterName(dimension: UsageGrouping): UsageFilterName {
  return tagKeyOf(dimension) === null ? usageDimensionSchema.parse(dimension) : "tag";
}

/** What a filter under this name is about. Null for a tag whose filter says nothing. */
export function filteredDimension(name: UsageFilterName, text: string): UsageGrouping | null {
  if (name !== "tag") return name;
  const filter = parseTagFilter(text);
  return filter && tagDimension(filter.key);
}

/** The values of a dimension that filters select. Null where it is not filtered by. */
export function dimensionList(dimension: UsageGrouping, filters: Filters): ValueList | null {
  const text = filters[filterName(dimension)];
  if (!text) return null;
  const key = tagKeyOf(dimension);
  if (key === null) return parseValueList(text);
  const filter = parseTagFilter(text);
  return filter?.key === key ? filter.list : null;
}

/** The filter that selects values of a dimension. Null for no values. */
export function dimensionFilter(
  dimension: UsageGrouping,
  list: ValueList,
): Partial<Record<UsageFilterName, string>> | null {
  const key = tagKeyOf(dimension);
  const text = key === null ? formatValueList(list) : formatTagFilter({ key, list });
  return text === null ? null : { [filterName(dimension)]: text };
}
