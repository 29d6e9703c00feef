"use client";

import { useEffect, useEffectEvent } from "react";

interface EditorShortcuts {
  onSave: () => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** Save, undo and redo by the keys that people know, on either kind of keyboard. */
export function useEditorShortcuts({ onSave, onUndo, onRedo }: EditorShortcuts): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if (!event.metaKey && !event.ctrlKey) return;
    const key = event.key.toLowerCase();
    if (key !== "s" && key !== "z" && key !== "y") return;
    if (key !== "s" && ownsUndo(event.target)) return;
    event.preventDefault();
    if (key === "s") onSave();
    else if (key === "y" || event.shiftKey) onRedo();
    else onUndo();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** A box with a half typed text takes back its own letters, and so does everything in a dialog. */
function ownsUndo(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-typing=true], [role=dialog], textarea") !== null;
}
