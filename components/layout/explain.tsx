"use client";

import type { ReactNode } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

/** A quiet “?” beside a name: what the number is and how it came about, in a sentence or two. */
export function Explain({ of, children }: { of: string; children: ReactNode }) {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label={`What is “${of}”?`}
          className="relative grid size-3.5 place-items-center rounded-full border text-[9px] leading-none font-medium text-muted transition-colors before:absolute before:-inset-1.5 hover:border-faint hover:text-ink data-[state=open]:border-ink data-[state=open]:text-ink print:hidden"
        >
          ?
        </button>
      </PopoverTrigger>
      <PopoverContent side="bottom" align="start" className="grid w-72 gap-2 text-sm">
        <p className="font-semibold">{of}</p>
        <div className="grid gap-2 text-muted">{children}</div>
      </PopoverContent>
    </Popover>
  );
}
