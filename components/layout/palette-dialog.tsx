"use client";

import * as Dialog from "radix-ui/dialog";
import type { ReactNode } from "react";
import { overlayClasses } from "@/components/ui/dialog";
import { useFocusReturn } from "@/components/ui/use-focus-return";

/** The palette's frame: near the top, so that it does not jump while its list shrinks. */
export function PaletteDialog({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const focusReturn = useFocusReturn();
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClasses} />
        <Dialog.Content
          {...focusReturn}
          aria-describedby={undefined}
          className="fixed inset-x-0 top-[12dvh] z-50 mx-auto w-[calc(100%-2rem)] max-w-lg animate-rise overflow-hidden rounded-card border bg-surface shadow-menu outline-none"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
