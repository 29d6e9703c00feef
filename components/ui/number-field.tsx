"use client";

import type { ComponentProps, KeyboardEvent } from "react";
import { useState } from "react";
import { cn } from "./class-names";
import { inputClasses } from "./input";
import { formatNumberText, parseNumberText } from "./number-text";
import { useHydrated } from "./use-hydrated";

type InputProps = Omit<
  ComponentProps<"input">,
  "value" | "defaultValue" | "onChange" | "type" | "min" | "max" | "step" | "prefix"
>;

export interface NumberFieldProps extends InputProps {
  /** Null is an empty box. */
  value: number | null;
  /** Called on Enter, on leaving the box and on every step, with a value inside the limits. */
  onValueChange: (value: number | null) => void;
  min?: number | undefined;
  max?: number | undefined;
  /** What an arrow key adds; ten times that with Shift or Page Up and Page Down. */
  step?: number | undefined;
  /** More decimals than this are rounded away. */
  decimals?: number | undefined;
  /** Drawn inside the box, before or after the number: `$`, `%`, `a day`. */
  prefix?: string | undefined;
  unit?: string | undefined;
  /** Whether the box may be emptied. */
  isClearable?: boolean | undefined;
}

/**
 * A box for a number that takes what people type and paste: `1.2k`, `1,200`, `12%`. Escape gives back the value that
 * was there; a text that is no number stays, marked as wrong, until it is mended or left.
 */
export function NumberField({
  value,
  onValueChange,
  min = -Infinity,
  max = Infinity,
  step = 1,
  decimals = 2,
  prefix,
  unit,
  isClearable = false,
  readOnly = false,
  className,
  onBlur,
  onFocus,
  onKeyDown,
  "aria-invalid": isInvalid,
  ...props
}: NumberFieldProps) {
  const isHydrated = useHydrated();
  // Null while nobody types: the box then shows the value itself.
  const [draft, setDraft] = useState<string | null>(null);
  const shown = value === null ? "" : formatNumberText(plainDecimal(value, decimals));
  const isUnreadable = draft !== null && draft.trim() !== "" && parseNumberText(draft) === null;

  function change(next: number | null) {
    setDraft(null);
    if (next !== value) onValueChange(next);
  }

  function commit() {
    if (draft === null) return;
    if (draft.trim() === "" && isClearable) return change(null);
    const parsed = parseNumberText(draft);
    change(parsed === null ? value : within(Number(parsed)));
  }

  function within(next: number): number {
    const factor = 10 ** decimals;
    return Math.min(max, Math.max(min, Math.round(next * factor) / factor));
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event);
    if (event.defaultPrevented) return;
    const direction = { ArrowUp: 1, PageUp: 10, ArrowDown: -1, PageDown: -10 }[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const parsed = draft === null ? null : parseNumberText(draft);
      const start = parsed === null ? (value ?? Math.max(min, 0)) : Number(parsed);
      change(within(start + direction * step * (event.shiftKey && Math.abs(direction) === 1 ? 10 : 1)));
    } else if (event.key === "Enter") {
      commit();
    } else if (event.key === "Escape" && draft !== null) {
      // Only the box reverts; the dialog around it stays open.
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      setDraft(null);
    }
  }

  return (
    <span className="relative block">
      {prefix && <Adornment className="left-2.5">{prefix}</Adornment>}
      <input
        type="text"
        inputMode={decimals === 0 && min >= 0 ? "numeric" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        {...props}
        readOnly={!isHydrated || readOnly}
        className={cn(
          inputClasses,
          "text-right",
          !isHydrated && !readOnly && "[&[readonly]]:bg-surface",
          className,
        )}
        style={{ paddingLeft: room(prefix), paddingRight: room(unit), ...props.style }}
        value={draft ?? shown}
        aria-invalid={isUnreadable || isInvalid || undefined}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => {
          event.target.select();
          onFocus?.(event);
        }}
        onBlur={(event) => {
          commit();
          onBlur?.(event);
        }}
        onKeyDown={handleKeyDown}
      />
      {unit && <Adornment className="right-2.5">{unit}</Adornment>}
    </span>
  );
}

export function Adornment({ className, children }: { className: string; children: string }) {
  return (
    <span
      aria-hidden
      className={cn("pointer-events-none absolute inset-y-0 flex items-center text-sm text-muted", className)}
    >
      {children}
    </span>
  );
}

/** Room for a text beside the number; 0.9 em a character is enough at the smaller size. */
export function room(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `calc(${text.length * 0.62}em + 1.1rem)`;
}

function plainDecimal(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
