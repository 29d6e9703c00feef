"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** The address that the browser used for this server; a stand-in while the server draws the page. */
export function useOrigin(): string {
  return useSyncExternalStore(
    subscribe,
    () => window.location.origin,
    () => "http://localhost:3000",
  );
}
