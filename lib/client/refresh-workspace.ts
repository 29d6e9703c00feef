import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { queryKeys } from "./query-keys";

/**
 * When what was under way is over, calls have come in or were removed: whatever is drawn from calls is asked for again,
 * once. Undefined while nobody knows yet whether anything is under way.
 */
export function useRefreshWhenOver(workspace: string, isUnderWay: boolean | undefined): void {
  const client = useQueryClient();
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (isUnderWay === undefined) return;
    if (wasUnderWay.current && !isUnderWay) {
      void client.invalidateQueries({ queryKey: queryKeys.workspace(workspace) });
    }
    wasUnderWay.current = isUnderWay;
  }, [client, workspace, isUnderWay]);
}
