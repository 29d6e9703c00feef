"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/**
 * Whether the page runs yet. A box that the server drew can be typed into before; where such text would be lost, the
 * box stays closed for that moment.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
