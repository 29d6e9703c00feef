"use client";

import * as Primitive from "radix-ui/slider";
import type { KeyboardEvent } from "react";
import { cn } from "./class-names";
import { positionOf, type SliderRange, stepFrom, valueAt } from "./slider-scale";

const TRACK = 1000;
const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 10,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -10,
};

export interface SliderProps {
  value: number;
  /** Called continuously while it moves. */
  onValueChange: (value: number) => void;
  /** Called once the thumb is let go. */
  onValueCommit?: ((value: number) => void) | undefined;
  min: number;
  max: number;
  step?: number;
  /** Logarithmic for values that span powers of ten; zero may be the minimum. */
  scale?: "linear" | "log";
  /** The value that was saved: a tick on the track. */
  savedValue?: number | undefined;
  /** What it sets; read aloud. */
  label: string;
  /** The value with its unit; read aloud instead of the bare number. */
  valueText?: string | undefined;
  disabled?: boolean | undefined;
  className?: string;
}

/** A slider for one number. Arrow keys step, Page Up and Page Down step tenfold, Home and End go to the limits. */
export function Slider({
  value,
  onValueChange,
  onValueCommit,
  min,
  max,
  step = 1,
  scale = "linear",
  savedValue,
  label,
  valueText,
  disabled,
  className,
}: SliderProps) {
  const range: SliderRange = { min, max, step, scale };

  function handleKeyDown(event: KeyboardEvent) {
    const steps = STEPS[event.key];
    const next =
      event.key === "Home"
        ? min
        : event.key === "End"
          ? max
          : steps === undefined
            ? undefined
            : stepFrom(value, event.shiftKey && Math.abs(steps) === 1 ? steps * 10 : steps, range);
    if (next === undefined) return;
    event.preventDefault();
    if (next === value) return;
    onValueChange(next);
    onValueCommit?.(next);
  }

  return (
    <Primitive.Root
      min={0}
      max={TRACK}
      step={0.1}
      value={[positionOf(value, range) * TRACK]}
      onValueChange={([position = 0]) => onValueChange(valueAt(position / TRACK, range))}
      onValueCommit={([position = 0]) => onValueCommit?.(valueAt(position / TRACK, range))}
      onKeyDown={handleKeyDown}
      disabled={disabled}
      className={cn(
        "relative flex h-6 w-full touch-none items-center select-none data-disabled:opacity-50",
        className,
      )}
    >
      <Primitive.Track className="relative h-1 grow rounded-full bg-sunken">
        <Primitive.Range className="absolute h-full rounded-full bg-ink" />
        {savedValue !== undefined && savedValue !== value && (
          <span
            aria-hidden
            className="absolute top-1/2 h-3.5 w-0.5 -translate-1/2 rounded-full bg-faint ring-1 ring-surface"
            style={{ left: `${positionOf(savedValue, range) * 100}%` }}
          />
        )}
      </Primitive.Track>
      <Primitive.Thumb
        aria-label={label}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        className="block size-3.5 rounded-full border-[1.5px] border-ink bg-surface transition-transform before:absolute before:-inset-2 active:scale-110"
      />
    </Primitive.Root>
  );
}
