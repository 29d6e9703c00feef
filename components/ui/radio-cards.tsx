"use client";

import * as Primitive from "radix-ui/radio-group";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export interface RadioCardOption<Value extends string> {
  value: Value;
  title: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
}

export interface RadioCardsProps<Value extends string> {
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly RadioCardOption<Value>[];
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  className?: string;
}

/** One of a few choices that need a sentence each. The class name sets the columns. */
export function RadioCards<Value extends string>({
  onValueChange,
  options,
  className,
  ...props
}: RadioCardsProps<Value>) {
  return (
    <Primitive.Root
      {...props}
      onValueChange={(next) => onValueChange(next as Value)}
      className={cn("grid gap-2", className)}
    >
      {options.map((option) => (
        <Primitive.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className="group flex items-start gap-2.5 rounded-card border bg-surface p-3 text-left transition-colors hover:border-faint disabled:opacity-50 data-[state=checked]:border-ink data-[state=checked]:ring-1 data-[state=checked]:ring-ink"
        >
          <span className="grid size-4 shrink-0 translate-y-px place-items-center rounded-full border border-faint bg-surface group-data-[state=checked]:border-ink">
            <span className="size-2 rounded-full bg-ink opacity-0 group-data-[state=checked]:opacity-100" />
          </span>
          <span className="grid gap-0.5">
            <span className="font-medium">{option.title}</span>
            {option.description && <span className="text-sm text-muted">{option.description}</span>}
          </span>
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
