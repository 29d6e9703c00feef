"use client";

import * as Primitive from "radix-ui/toggle-group";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export interface SegmentedControlProps<Value extends string> {
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; disabled?: boolean }[];
  /** What is being chosen; read aloud. */
  label: string;
  size?: "sm" | "md";
  className?: string;
}

/** Two to four views or units of which one is always on. Left and right arrows move between them. */
export function SegmentedControl<Value extends string>({
  value,
  onValueChange,
  options,
  label,
  size = "md",
  className,
}: SegmentedControlProps<Value>) {
  return (
    <Primitive.Root
      type="single"
      value={value}
      // Pressing the one that is on would turn it off; it stays instead.
      onValueChange={(next) => next !== "" && onValueChange(next as Value)}
      aria-label={label}
      className={cn("inline-flex w-fit gap-0.5 rounded-control bg-sunken p-0.5", className)}
    >
      {options.map((option) => (
        <Primitive.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className={cn(
            "rounded-[5px] border border-transparent font-medium whitespace-nowrap text-muted transition-colors hover:text-ink disabled:opacity-50 data-[state=on]:border-border data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-hair dark:data-[state=on]:bg-background",
            size === "sm" ? "h-6 px-2 text-sm" : "h-7 px-2.5 text-base",
          )}
        >
          {option.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
