"use client";

import { useEffect, useState } from "react";
import { type Draft, isSame } from "./draft";
import { parseStoredDraft, type StoredDraft, storedDraftKey } from "./stored-draft";

/**
 * Keeps unsaved changes in this browser while they last, and answers those that an earlier visit left behind. Also asks
 * before the tab closes over them.
 */
export function useKeptDraft(
  workspace: string,
  scenarioId: string,
  { draft, revision, isDirty }: { draft: Draft; revision: number; isDirty: boolean },
) {
  const key = storedDraftKey(workspace, scenarioId);
  const [left, setLeft] = useState<StoredDraft | null>(null);
  const [isRead, setIsRead] = useState(false);

  useEffect(() => {
    if (isRead) return;
    // After the first paint, which the server draws without knowing of this browser.
    const frame = requestAnimationFrame(() => {
      setLeft(parseStoredDraft(readItem(key)));
      setIsRead(true);
    });
    return () => cancelAnimationFrame(frame);
  }, [key, isRead]);

  useEffect(() => {
    if (!isRead || left !== null) return;
    if (!isDirty) {
      writeItem(key, null);
      return;
    }
    const kept: Omit<StoredDraft, "draft"> & { draft: Draft } = { savedAt: Date.now(), revision, draft };
    writeItem(key, JSON.stringify(kept));
  }, [key, draft, revision, isDirty, isRead, left]);

  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);

  // What meets what is on the screen, as after a save in another tab, is nothing to offer.
  return { left: left && isSame(left.draft, draft) ? null : left, forgetLeft: () => setLeft(null) };
}

/** Storage may be full or forbidden; a draft is then kept only as long as the page. */
function writeItem(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
