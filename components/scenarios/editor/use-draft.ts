"use client";

import { useCallback, useMemo, useReducer } from "react";
import type { ScenarioDrivers } from "@/lib/scenarios";
import type { Draft } from "./draft";
import { draftHistory, startHistory } from "./draft-history";

/** The draft under edit with its undo history. Every function keeps its identity, so that rows need not draw again. */
export function useDraft(initial: Draft) {
  const [history, dispatch] = useReducer(draftHistory, initial, startHistory);
  const change = useCallback(
    (key: string, next: (draft: Draft) => Draft) =>
      dispatch({ kind: "change", key, change: next, atMs: performance.now() }),
    [],
  );
  const changeDrivers = useCallback(
    (key: string, next: (drivers: ScenarioDrivers) => ScenarioDrivers) =>
      change(key, (draft) => ({ ...draft, drivers: next(draft.drivers) })),
    [change],
  );
  const settle = useCallback(() => dispatch({ kind: "settle", atMs: performance.now() }), []);
  const undo = useCallback(() => dispatch({ kind: "undo" }), []);
  const redo = useCallback(() => dispatch({ kind: "redo" }), []);
  const load = useCallback((draft: Draft) => dispatch({ kind: "load", draft }), []);
  return useMemo(
    () => ({ history, change, changeDrivers, settle, undo, redo, load }),
    [history, change, changeDrivers, settle, undo, redo, load],
  );
}

export type ChangeDrivers = ReturnType<typeof useDraft>["changeDrivers"];
