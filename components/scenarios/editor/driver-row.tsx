"use client";

import { memo, type ReactNode, useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { FieldError } from "@/components/ui/field";
import { NumberField } from "@/components/ui/number-field";
import { formatNumberText, parseNumberText } from "@/components/ui/number-text";
import { Slider } from "@/components/ui/slider";
import { changeText, type NumericDriver, NUMERIC_DRIVERS, type NumericDriverKey } from "./numeric-drivers";

export interface DriverRowProps {
  driver: NumericDriverKey;
  value: number;
  unit: string;
  /** What the tick marks and the chip counts from. */
  reference: number;
  referenceName: string;
  problem?: string | undefined;
  isReadOnly: boolean;
  /** The number has no say at present, as growth where there is none. */
  isIdle?: boolean;
  onChange: (driver: NumericDriverKey, value: number) => void;
  onSettle: () => void;
  /** In place of the unit. */
  children?: ReactNode;
}

/** One number: its name and change, a box to type in and a slider to drag. */
export const DriverRow = memo(function DriverRow(props: DriverRowProps) {
  const { driver, value, unit, reference, referenceName, problem, isReadOnly, isIdle = false } = props;
  const { onChange, onSettle, children } = props;
  const spec: NumericDriver = NUMERIC_DRIVERS[driver];
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const change = changeText(value, reference);
  const error = (typed === null ? undefined : typedProblem(typed, spec)) ?? problem;
  const isOff = isReadOnly || isIdle;

  return (
    <div className="grid gap-0.5 border-t border-hair px-4 pt-2 pb-1">
      <div className="flex min-h-7 items-center gap-2">
        <label htmlFor={id} className="font-medium">
          {spec.label}
        </label>
        {change && (
          <Badge title={`${referenceName} was ${formatNumberText(String(reference))}`}>{change}</Badge>
        )}
        <div className="ml-auto flex items-center gap-2">
          <NumberField
            id={id}
            value={value}
            min={spec.min}
            max={spec.max}
            step={spec.step}
            decimals={spec.decimals}
            disabled={isIdle}
            readOnly={isReadOnly}
            data-typing={typed !== null}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={error === undefined ? undefined : `${id}-problem`}
            className="h-7 w-20"
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => setTyped(null)}
            onKeyDown={(event) => {
              if (isReadOnly) event.preventDefault();
              else if (event.key !== "Tab" && event.key.length > 1) setTyped(null);
            }}
            onValueChange={(next) => {
              setTyped(null);
              if (next === null) return;
              onChange(driver, next);
              onSettle();
            }}
          />
          {children ?? <span className="w-[5.5rem] text-sm text-muted">{unit}</span>}
        </div>
      </div>
      <Slider
        value={value}
        {...spec.slider}
        savedValue={reference}
        label={spec.label}
        valueText={`${formatNumberText(String(value))} ${unit}`}
        disabled={isOff}
        onValueChange={(next) => onChange(driver, next)}
        onValueCommit={onSettle}
        className={cn("h-5", isIdle && "opacity-40")}
      />
      {error && <FieldError id={`${id}-problem`}>{error}</FieldError>}
    </div>
  );
});

/** What is wrong with a text while it is typed. */
function typedProblem(text: string, { min, max }: NumericDriver): string | undefined {
  if (text.trim() === "") return undefined;
  const parsed = parseNumberText(text);
  if (parsed === null) return "That is no number. Try 1200, 1.2k or 12%.";
  const limits = `${formatNumberText(String(min))} to ${formatNumberText(String(max))}`;
  return Number(parsed) < min || Number(parsed) > max ? `From ${limits}.` : undefined;
}
