import "server-only";
import { MAX_TAG_VALUES } from "@/lib/contracts/tag-filter";
import type { TrackedTag as TrackedTagAnswer } from "@/lib/contracts/tags";
import { readDay } from "@/lib/server/db/calendar-day";
import type { TrackedTag } from "@/lib/server/generated/prisma/client";
import { BEFORE_ALL_DAYS } from "./end-counting";

export function presentTrackedTag({
  id,
  key,
  valueCount,
  countedFrom,
  isCounting,
}: TrackedTag): TrackedTagAnswer {
  const from = readDay(countedFrom);
  return {
    id,
    key,
    values: valueCount,
    isFull: valueCount >= MAX_TAG_VALUES,
    countedFrom: from === BEFORE_ALL_DAYS ? null : from,
    isCounting,
  };
}
