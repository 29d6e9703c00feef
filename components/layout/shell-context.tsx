"use client";

import { createContext, useContext } from "react";

export type ShellDialog = "palette" | "shortcuts" | "new-workspace";

/** Opens one of the dialogs that every page has. */
export const ShellContext = createContext<(dialog: ShellDialog) => void>(() => undefined);

export function useOpenShellDialog(): (dialog: ShellDialog) => void {
  return useContext(ShellContext);
}
