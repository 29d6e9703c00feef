"use client";

import { type RefObject, useRef, useState } from "react";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import type { Explainable } from "./explainable";
import { ExplainTrail } from "./explain-trail";

interface ExplainPanelProps {
  of: Explainable;
  anchor: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** The derivation of an amount beside it, or from the bottom edge of a phone. Closing gives the focus back to the amount. */
export function ExplainPanel({ of, anchor, onClose }: ExplainPanelProps) {
  const isLeftForElsewhere = useRef(false);
  const [isPhone] = useState(() => window.matchMedia("(max-width: 639px)").matches);
  const trail = <ExplainTrail of={of} />;
  if (isPhone) {
    return (
      <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
        <SheetContent title="How this came about">{trail}</SheetContent>
      </Sheet>
    );
  }
  return (
    <Popover open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        aria-label="How this came about"
        align="start"
        className="max-h-[min(36rem,var(--radix-popover-content-available-height))] w-[27rem] overflow-y-auto p-4 print:hidden"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (!isLeftForElsewhere.current) anchor.current?.focus();
        }}
        // A press on the amount closes it by itself; taken for one outside it would open again at once.
        onInteractOutside={(event) => {
          const isOnAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
          if (isOnAnchor) event.preventDefault();
          else isLeftForElsewhere.current = true;
        }}
      >
        {trail}
      </PopoverContent>
    </Popover>
  );
}
