import { type Draft, isSame } from "./draft";

/** A draft with the way back and forth. The newest earlier draft stands last, the next later one first. */
export interface DraftHistory {
  past: readonly Draft[];
  present: Draft;
  future: readonly Draft[];
  /** What the last change was about, so that one drag of a slider is one step. */
  lastChange: { key: string; settledAtMs: number | null } | null;
}

export type DraftAction =
  /** `key` names what changes; `atMs` is any steady clock. */
  | { kind: "change"; key: string; change: (draft: Draft) => Draft; atMs: number }
  /** The thumb was let go, or a box was left. */
  | { kind: "settle"; atMs: number }
  | { kind: "undo" }
  | { kind: "redo" }
  /** Begins anew, as after loading what was saved. */
  | { kind: "load"; draft: Draft };

const MOST_STEPS = 200;

/** Key presses that follow each other this closely belong together, as do the movements of one drag. */
const ONE_GESTURE_MS = 700;

export function startHistory(draft: Draft): DraftHistory {
  return { past: [], present: draft, future: [], lastChange: null };
}

export function draftHistory(history: DraftHistory, action: DraftAction): DraftHistory {
  const { past, present, future, lastChange } = history;
  switch (action.kind) {
    case "change": {
      const next = action.change(present);
      if (isSame(next, present)) return history;
      const isSameGesture =
        lastChange?.key === action.key &&
        (lastChange.settledAtMs === null || action.atMs - lastChange.settledAtMs < ONE_GESTURE_MS);
      return {
        past: isSameGesture ? past : [...past, present].slice(-MOST_STEPS),
        present: next,
        future: [],
        lastChange: { key: action.key, settledAtMs: null },
      };
    }
    case "settle":
      return lastChange === null
        ? history
        : { ...history, lastChange: { key: lastChange.key, settledAtMs: action.atMs } };
    case "undo": {
      const previous = past.at(-1);
      if (previous === undefined) return history;
      return { past: past.slice(0, -1), present: previous, future: [present, ...future], lastChange: null };
    }
    case "redo": {
      const [next, ...rest] = future;
      if (next === undefined) return history;
      return { past: [...past, present], present: next, future: rest, lastChange: null };
    }
    case "load":
      return startHistory(action.draft);
  }
}
