"use client";

import { useTheme } from "next-themes";
import { Toaster as SonnerToaster, toast } from "sonner";

/** Once, in the root of the app. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <SonnerToaster
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      visibleToasts={3}
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

export interface Notice {
  message: string;
  description?: string;
  /** Takes back what was just done; the notice then stays for ten seconds. */
  onUndo?: () => void;
}

const UNDO_TIME_MS = 10_000;

/** Says that something was done. */
export function notify({ message, description, onUndo }: Notice): void {
  toast(message, {
    ...(description !== undefined && { description }),
    ...(onUndo && { duration: UNDO_TIME_MS, action: { label: "Undo", onClick: onUndo } }),
  });
}

/** Says that something failed, in words that help. */
export function notifyError(message: string, description?: string): void {
  toast.error(message, { duration: 8_000, ...(description !== undefined && { description }) });
}
