"use client";

import * as Primitive from "radix-ui/dialog";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { CloseButton } from "./close-button";
import { useFocusReturn } from "./use-focus-return";
import { overlayClasses } from "./dialog";

export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;

export interface SheetContentProps {
  title: ReactNode;
  /** The title is read aloud but not drawn. */
  isTitleHidden?: boolean;
  side?: "bottom" | "left" | "right";
  className?: string;
  children: ReactNode;
}

const SIDES = {
  bottom: "animate-slide-up inset-x-0 bottom-0 max-h-[88dvh] rounded-t-card border-t",
  left: "animate-slide-in inset-y-0 left-0 w-72 max-w-[85vw] border-r",
  right: "animate-appear inset-y-0 right-0 w-[26rem] max-w-full border-l",
} as const;

/** A panel from an edge, over the page: navigation and filters on a phone, details beside a table. */
export function SheetContent({
  title,
  isTitleHidden = false,
  side = "bottom",
  className,
  children,
}: SheetContentProps) {
  const focusReturn = useFocusReturn();
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        {...focusReturn}
        aria-describedby={undefined}
        className={cn("fixed z-50 flex flex-col bg-surface shadow-menu outline-none", SIDES[side], className)}
      >
        <Primitive.Title className={cn("py-4 pr-12 pl-4 text-lg font-semibold", isTitleHidden && "sr-only")}>
          {title}
        </Primitive.Title>
        <div className="overflow-y-auto px-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{children}</div>
        <CloseButton />
      </Primitive.Content>
    </Primitive.Portal>
  );
}
