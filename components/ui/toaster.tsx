"use client";

import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as SonnerToaster, toast } from "sonner";

export interface Notice {
  message: string;
  description?: string;
  /** Takes back what was just done; the notice then stays for ten seconds. */
  onUndo?: () => void;
  /** Leads to what can be done next; the notice then stays as long. */
  action?: { label: string; onPress: () => void };
}

const UNDO_TIME_MS = 10_000;
const ERROR_TIME_MS = 8_000;

let markReady: () => void = () => undefined;
/** What is said before the toaster stands would be lost. */
const ready = new Promise<void>((resolve) => {
  markReady = resolve;
});

export function ToastList() {
  const { resolvedTheme } = useTheme();
  useEffect(() => markReady(), []);
  return (
    <SonnerToaster
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      visibleToasts={3}
      // Above the bar that a phone has at its lower edge.
      mobileOffset={{ bottom: 72 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-card font-sans border bg-surface px-3.5 py-3 text-base text-ink shadow-menu sm:w-[356px]",
          content: "grid flex-1 gap-0.5",
          title: "font-medium",
          description: "text-sm text-muted",
          error: "[&_[data-title]]:text-over",
          actionButton:
            "h-7 shrink-0 rounded-control border bg-surface px-2 text-sm font-medium text-ink shadow-hair hover:bg-sunken",
        },
      }}
    />
  );
}

export async function showNotice({ message, description, onUndo, action }: Notice): Promise<void> {
  await ready;
  toast(message, {
    ...(description !== undefined && { description }),
    ...(onUndo && { duration: UNDO_TIME_MS, action: { label: "Undo", onClick: onUndo } }),
    ...(action && { duration: UNDO_TIME_MS, action: { label: action.label, onClick: action.onPress } }),
  });
}

export async function showError(message: string, description?: string): Promise<void> {
  await ready;
  toast.error(message, { duration: ERROR_TIME_MS, ...(description !== undefined && { description }) });
}
