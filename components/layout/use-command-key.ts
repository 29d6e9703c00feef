"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** What the key beside the space bar is called on this machine; the sign of a Mac while the server draws. */
export function useCommandKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(
    subscribe,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl"),
    () => "⌘",
  );
}
