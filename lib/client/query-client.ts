import { keepPreviousData, MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error";

const STALE_AFTER_MS = 30_000;

/** A refused request stays refused; only a server that failed or did not answer is asked again. */
function shouldRetry(failures: number, error: unknown): boolean {
  const isRefusal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !isRefusal && failures < 2;
}

/** One for each browser tab, and one for each request that is drawn on the server. */
export function createQueryClient({ onError }: { onError?: (error: unknown) => void } = {}): QueryClient {
  const report = onError && { onError: (error: unknown) => onError(error) };
  return new QueryClient({
    queryCache: new QueryCache(report),
    mutationCache: new MutationCache(report),
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        retry: shouldRetry,
        // The previous result stays on the screen while the next one loads.
        placeholderData: keepPreviousData,
      },
      mutations: { retry: false },
    },
  });
}
