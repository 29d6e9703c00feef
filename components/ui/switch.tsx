"use client";

import * as Primitive from "radix-ui/switch";
import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

export interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
}

/** For what takes effect at once; what a form saves later is a `Checkbox`. */
export function Switch({ checked, onCheckedChange, label, hint, disabled = false, className }: SwitchProps) {
  const id = useId();
  return (
    <div className={cn("flex items-start justify-between gap-4", className)}>
      <div className="grid">
        <label htmlFor={id} className="font-medium select-none">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </span>
        )}
      </div>
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-[18px] w-8 shrink-0 rounded-full bg-faint transition-colors before:absolute before:-inset-1 disabled:opacity-50 data-[state=checked]:bg-ink"
      >
        <Primitive.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-4" />
      </Primitive.Root>
    </div>
  );
}
