"use client";

import * as Primitive from "radix-ui/dialog";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { CloseButton } from "./close-button";
import { useFocusReturn } from "./use-focus-return";

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

export const overlayClasses = "animate-appear fixed inset-0 z-40 bg-ink/25 dark:bg-background/70";

export interface DialogContentProps {
  title: ReactNode;
  description?: ReactNode;
  width?: "sm" | "md" | "lg";
  className?: string;
  /** Called before a press outside or Escape closes it; prevent the event's default to keep it open. */
  onDismiss?: (event: Event) => void;
  children: ReactNode;
}

const WIDTHS = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" } as const;

/** A dialog in the middle of the page; on a phone it comes up from the lower edge. Focus returns to what opened it. */
export function DialogContent({
  title,
  description,
  width = "md",
  className,
  onDismiss,
  children,
}: DialogContentProps) {
  const focusReturn = useFocusReturn();
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        {...focusReturn}
        {...(!description && { "aria-describedby": undefined })}
        {...(onDismiss && { onEscapeKeyDown: onDismiss, onInteractOutside: onDismiss })}
        className={cn(
          "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full animate-slide-up flex-col rounded-t-card border bg-surface shadow-menu outline-none sm:inset-y-0 sm:my-auto sm:h-fit sm:max-h-[86dvh] sm:w-[calc(100%-2rem)] sm:animate-rise sm:rounded-card",
          WIDTHS[width],
          className,
        )}
      >
        <header className="grid gap-1 py-4 pr-12 pl-4">
          <Primitive.Title className="text-lg font-semibold tracking-tight">{title}</Primitive.Title>
          {description && <Primitive.Description className="text-muted">{description}</Primitive.Description>}
        </header>
        <div className="grid grid-cols-1 gap-4 overflow-y-auto px-4 pt-0.5 pb-4">{children}</div>
        <CloseButton />
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** The buttons at the end of a dialog, the main one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center justify-end gap-2">{children}</div>;
}
