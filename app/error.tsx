"use client";

import { PageError } from "@/components/layout/page-error";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <PageError error={error} onRetry={retry} />
    </main>
  );
}
