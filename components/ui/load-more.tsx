"use client";

import { Button } from "./button";

export interface LoadMoreProps {
  hasMore: boolean;
  isLoading: boolean;
  onLoadMore: () => void;
  /** How many are shown, in words: "150 calls". */
  shown?: string;
}

/** The end of a list that comes in pages. */
export function LoadMore({ hasMore, isLoading, onLoadMore, shown }: LoadMoreProps) {
  if (!hasMore && !shown) return null;
  return (
    <div className="flex items-center justify-center gap-3 border-t border-hair px-4 py-2.5 text-sm text-muted print:hidden">
      {shown && <span aria-live="polite">{hasMore ? `${shown} shown` : `All ${shown} shown`}</span>}
      {hasMore && (
        <Button size="sm" onClick={onLoadMore} isPending={isLoading}>
          Load more
        </Button>
      )}
    </div>
  );
}
