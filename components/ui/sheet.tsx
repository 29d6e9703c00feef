"use client";

import { X } from "lucide-react";
import * as Primitive from "radix-ui/dialog";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { overlayClasses } from "./dialog";
import { IconButton } from "./icon-button";

export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;
export const SheetClose = Primitive.Close;

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
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        aria-describedby={undefined}
        className={cn("fixed z-50 flex flex-col bg-surface shadow-menu outline-none", SIDES[side], className)}
      >
        <header
          className={cn(
            "flex items-center justify-between gap-4 px-4 pt-3 pb-2",
            isTitleHidden && "absolute top-0 right-0 z-10",
          )}
        >
          <Primitive.Title className={cn("text-lg font-semibold", isTitleHidden && "sr-only")}>
            {title}
          </Primitive.Title>
          <Primitive.Close asChild>
            <IconButton label="Close" className="-mr-2">
              <X aria-hidden />
            </IconButton>
          </Primitive.Close>
        </header>
        <div className="overflow-y-auto px-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{children}</div>
      </Primitive.Content>
    </Primitive.Portal>
  );
}
