import { askedTagKeys, MAX_TAG_VALUES, type TagQuestion } from "@/lib/contracts/tag-filter";
import type { FilterValues } from "@/lib/contracts/usage";
import { formatDate } from "@/lib/time";

export type CountedTag = FilterValues["tags"][number];

/** The tag that a question is about, if it is about one. */
export function countedTag({ tags }: FilterValues, question: TagQuestion): CountedTag | null {
  const [key] = askedTagKeys(question);
  return tags.find((tag) => tag.key === key) ?? null;
}

/** The first day of a span whose calls are in the sums. */
export function countedSpan(from: string, tag: CountedTag | null): string {
  const counted = tag?.countedFrom ?? from;
  return counted > from ? counted : from;
}

export function countedNote({ key, countedFrom, isCounting }: CountedTag): string {
  const day = formatDate(countedFrom ?? "");
  return isCounting
    ? `tag ${key} is counted back to ${day}, earlier days follow`
    : `tag ${key} is counted from ${day} on`;
}

export function fullNote({ key }: CountedTag): string {
  const count = MAX_TAG_VALUES.toLocaleString("en-US");
  return `${count} values of ${key} are told apart, later ones are “Other values”`;
}
