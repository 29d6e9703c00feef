"use client";

import type { ComponentProps } from "react";
import { useState } from "react";
import { cn } from "./class-names";
import { inputClasses } from "./input";
import { Adornment, room } from "./number-field";
import { formatNumberText, parseNumberText } from "./number-text";
import { useHydrated } from "./use-hydrated";

export interface AmountFieldProps extends Omit<
  ComponentProps<"input">,
  "value" | "defaultValue" | "onChange" | "type" | "prefix"
> {
  /** A plain decimal string such as "0.21", never a float; empty is an empty box. */
  value: string;
  /** Called while typing with the decimal that the text means, or with the text itself when it means none. */
  onValueChange: (value: string) => void;
  minDecimals?: number;
  prefix?: string;
  unit?: string | undefined;
}

/** A box for money, exact to the last digit typed. Checking the range is left to the form. */
export function AmountField({
  value,
  onValueChange,
  minDecimals = 2,
  prefix = "$",
  unit,
  readOnly = false,
  className,
  onBlur,
  onKeyDown,
  ...props
}: AmountFieldProps) {
  const isHydrated = useHydrated();
  const [draft, setDraft] = useState<string | null>(null);
  const isNumber = /^-?\d+(\.\d+)?$/.test(value);
  return (
    <span className="relative block">
      <Adornment className="left-2.5">{prefix}</Adornment>
      <input
        type="text"
        inputMode="decimal"
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
        value={draft ?? (isNumber ? formatNumberText(value, minDecimals) : value)}
        onChange={(event) => {
          setDraft(event.target.value);
          onValueChange(parseNumberText(event.target.value) ?? event.target.value.trim());
        }}
        onBlur={(event) => {
          setDraft(null);
          onBlur?.(event);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") setDraft(null);
          onKeyDown?.(event);
        }}
      />
      {unit && <Adornment className="right-2.5">{unit}</Adornment>}
    </span>
  );
}
