"use client";

import { Check, Minus } from "lucide-react";
import * as Primitive from "radix-ui/checkbox";
import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

export interface CheckboxProps {
  /** `indeterminate` for a box above others of which some are ticked. */
  checked: boolean | "indeterminate";
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  /** The label is read aloud but not drawn. */
  isLabelHidden?: boolean;
  disabled?: boolean;
  className?: string;
}

export function Checkbox({
  checked,
  onCheckedChange,
  label,
  hint,
  isLabelHidden = false,
  disabled = false,
  className,
}: CheckboxProps) {
  const id = useId();
  return (
    <div className={cn("flex items-start gap-2", className)}>
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(next === true)}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative grid size-4 shrink-0 translate-y-px place-items-center rounded-sm border border-faint bg-surface transition-colors before:absolute before:-inset-1 disabled:opacity-50 data-[state=checked]:border-ink data-[state=checked]:bg-ink data-[state=indeterminate]:border-ink data-[state=indeterminate]:bg-ink"
      >
        <Primitive.Indicator className="text-surface [&_svg]:size-3">
          {checked === "indeterminate" ? (
            <Minus aria-hidden strokeWidth={3} />
          ) : (
            <Check aria-hidden strokeWidth={3} />
          )}
        </Primitive.Indicator>
      </Primitive.Root>
      <div className={cn("grid", isLabelHidden && "sr-only")}>
        <label htmlFor={id} className="select-none">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
