import { useEffect, useRef } from "react";
import type { CountedTag } from "./counted-tag";

/** Asks again whenever more of a tag's past is counted. */
export function useRefetchAsCounted(tag: CountedTag | null, refetch: () => Promise<unknown>): void {
  const seen = useRef(tag);
  useEffect(() => {
    const isFurther = seen.current?.key === tag?.key && seen.current?.countedFrom !== tag?.countedFrom;
    seen.current = tag;
    if (isFurther) void refetch();
  }, [tag, refetch]);
}
