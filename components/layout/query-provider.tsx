"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiError } from "@/lib/client/api-error";
import { createQueryClient } from "@/lib/client/query-client";

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => createQueryClient({ onError: leaveWhenSignedOut }));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** A session that ended elsewhere or ran out leads to the sign-in page, and from there back here. */
function leaveWhenSignedOut(error: unknown) {
  if (!(error instanceof ApiError) || error.code !== "not_signed_in") return;
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(pathname + search)}`);
}
