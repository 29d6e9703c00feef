import { askedTagKeys, tagDimension, type TagDimension, type TagQuestion } from "@/lib/contracts/tag-filter";
import type { FilterValues } from "@/lib/contracts/usage";

export interface TagChoice {
  dimension: TagDimension;
  /** Sums are kept for one tag at a time, so that no other can be asked together with one. */
  isOffered: boolean;
}

/** The tracked tags, and which of them can be asked together with what is asked already. */
export function tagChoices({ tags }: FilterValues, asked: TagQuestion): TagChoice[] {
  const keys = askedTagKeys(asked);
  return tags.map(({ key }) => ({
    dimension: tagDimension(key),
    isOffered: keys.every((each) => each === key),
  }));
}

export const ONE_TAG_HINT = "One tag at a time";
