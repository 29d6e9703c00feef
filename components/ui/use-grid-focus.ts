"use client";

import { useCallback, useRef, useState } from "react";

/**
 * The roving focus of a calendar grid: one cell can be reached with Tab, arrow keys go on from there, and the cell may
 * lie in a month or year that is only drawn after the step.
 */
export function useGridFocus(start: string) {
  const [focused, setFocused] = useState(start);
  const shouldFocus = useRef(true);

  const focus = useCallback((cell: string, where: "cell" | "grid" = "grid") => {
    shouldFocus.current = where === "cell";
    setFocused(cell);
  }, []);

  const cellRef = useCallback((element: HTMLElement | null) => {
    if (element && shouldFocus.current) {
      shouldFocus.current = false;
      element.focus();
    }
  }, []);

  const cellProps = (cell: string) => (cell === focused ? { tabIndex: 0, ref: cellRef } : { tabIndex: -1 });

  return { focused, focus, cellProps };
}
