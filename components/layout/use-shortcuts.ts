"use client";

import { useEffect, useEffectEvent, useRef } from "react";

const SEQUENCE_MS = 1200;

interface Shortcuts {
  onPalette: () => void;
  onHelp: () => void;
  /** The key after `g`. */
  onGo: (key: string) => void;
}

/** The keys that work on every page: Cmd-K or Ctrl-K, `?`, and `g` followed by the letter of an area. */
export function useShortcuts({ onPalette, onHelp, onGo }: Shortcuts): void {
  const startedAt = useRef(-Infinity);

  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.altKey) {
      event.preventDefault();
      onPalette();
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    const isSecondKey = event.timeStamp - startedAt.current < SEQUENCE_MS;
    startedAt.current = -Infinity;
    if (isSecondKey) onGo(event.key);
    else if (event.key === "?") onHelp();
    else if (event.key === "g") startedAt.current = event.timeStamp;
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** Letters belong to the box, menu or dialog that has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]",
    ) !== null
  );
}
