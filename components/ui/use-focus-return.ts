"use client";

import { useRef } from "react";

/**
 * Gives the focus back to whatever opened a dialog. Radix does so only for its own trigger; most dialogs here are
 * opened by a menu item, a shortcut or a button elsewhere.
 */
export function useFocusReturn() {
  const opener = useRef<Element | null>(null);
  return {
    // The focus has not moved yet when this is called first. React may mount a dialog twice; the second time the focus
    // is inside it already.
    onOpenAutoFocus: ({ target }: Event) => {
      const isInside = target instanceof Node && target.contains(document.activeElement);
      if (!isInside) opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}
