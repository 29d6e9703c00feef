"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState } from "react";
import { cn } from "@/components/ui/class-names";
import type { Explainable } from "./explainable";

// Opened for one amount at a time: what draws derivations is not part of what a page loads first.
const ExplainPanel = dynamic(() => import("./explain-panel").then((module) => module.ExplainPanel), {
  ssr: false,
});

export interface ExplainAmountProps {
  /** Null: there is nothing to explain, and the amount stands alone. */
  of: Explainable | null;
  className?: string;
  /** The amount as it is drawn without this. */
  children: ReactNode;
}

/** An amount that opens how it came about. It looks like any other until it is pointed at. */
export function ExplainAmount({ of, className, children }: ExplainAmountProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (of === null) return children;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        // Where the amount stands in a row that opens something itself, this opens instead.
        onClick={(event) => {
          event.stopPropagation();
          setIsOpen((wasOpen) => !wasOpen);
        }}
        className={cn(
          "relative rounded-sm text-inherit decoration-faint decoration-dotted underline-offset-[0.25em] hover:underline focus-visible:underline aria-expanded:underline print:no-underline",
          className,
        )}
      >
        {children}
      </button>
      {isOpen && <ExplainPanel of={of} anchor={button} onClose={() => setIsOpen(false)} />}
    </>
  );
}
