"use client";

import { useEffect } from "react";
import { useWorkspace } from "./workspace-context";

/** Keeps the browser tab's title in step with what a page shows after its filters changed without a new page. */
export function usePageTitle(title: string): void {
  const { name } = useWorkspace();
  useEffect(() => {
    document.title = `${title} · ${name} · Pixelcast`;
  }, [title, name]);
}
