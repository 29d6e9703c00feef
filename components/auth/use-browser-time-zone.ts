"use client";

import { useEffect, useEffectEvent } from "react";

/** Hands over the browser's time zone once the page runs in it: the server that drew the page stands elsewhere. */
export function useBrowserTimeZone(onTimeZone: (timeZone: string) => void): void {
  const report = useEffectEvent(onTimeZone);
  useEffect(() => report(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
}
