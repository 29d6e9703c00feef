"use client";

import { ErrorState } from "@/components/ui/error-state";
import { ApiError } from "@/lib/client/api-error";

/** What a page shows in its place when drawing it failed. */
export function PageError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isApiError = error instanceof ApiError;
  // An error of the server arrives without its message, under a digest that its log has too.
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <ErrorState
      title="This page could not be shown"
      message={
        isApiError ? error.message : "Nothing was lost. Try again; if it stays, look into the server's log."
      }
      requestId={isApiError ? error.requestId : digest}
      onRetry={onRetry}
    />
  );
}
