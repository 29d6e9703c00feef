"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { addMonths, formatMonth, formatShortMonth } from "@/lib/time";
import { Button } from "./button";
import { cn } from "./class-names";
import { IconButton } from "./icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import { useGridFocus } from "./use-grid-focus";

export interface MonthStepperProps {
  /** YYYY-MM. */
  value: string;
  onValueChange: (month: string) => void;
  min?: string | undefined;
  max?: string | undefined;
  className?: string;
}

/** ‹ November 2026 ›: the arrows step, the name opens a year to choose from. */
export function MonthStepper({
  value,
  onValueChange,
  min = "0001-01",
  max = "9999-12",
  className,
}: MonthStepperProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div role="group" aria-label="Month" className={cn("inline-flex items-center", className)}>
      <IconButton
        label={`Earlier: ${formatMonth(addMonths(value, -1))}`}
        disabled={value <= min}
        onClick={() => onValueChange(addMonths(value, -1))}
      >
        <ChevronLeft aria-hidden />
      </IconButton>
      <Popover open={isOpen} onOpenChange={setIsOpen}>
        <PopoverTrigger asChild>
          <Button variant="ghost" className="min-w-34 text-ink">
            {formatMonth(value)}
          </Button>
        </PopoverTrigger>
        <PopoverContent aria-label="Choose a month" className="w-60 p-2">
          <MonthGrid
            value={value}
            min={min}
            max={max}
            onValueChange={(month) => {
              setIsOpen(false);
              onValueChange(month);
            }}
          />
        </PopoverContent>
      </Popover>
      <IconButton
        label={`Later: ${formatMonth(addMonths(value, 1))}`}
        disabled={value >= max}
        onClick={() => onValueChange(addMonths(value, 1))}
      >
        <ChevronRight aria-hidden />
      </IconButton>
    </div>
  );
}

const KEY_STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -3,
  ArrowDown: 3,
  PageUp: -12,
  PageDown: 12,
};

function MonthGrid({ value, onValueChange, min = "0001-01", max = "9999-12" }: MonthStepperProps) {
  const { focused, focus, cellProps } = useGridFocus(value);
  const year = focused.slice(0, 4);
  const clamp = (month: string) => (month < min ? min : month > max ? max : month);

  function handleKeyDown(event: KeyboardEvent) {
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    focus(clamp(addMonths(focused, step)), "cell");
  }

  return (
    <div>
      <div className="flex items-center justify-between pb-1">
        <IconButton label="Year before" size="sm" onClick={() => focus(clamp(addMonths(focused, -12)))}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <span aria-live="polite" className="font-semibold">
          {year}
        </span>
        <IconButton label="Year after" size="sm" onClick={() => focus(clamp(addMonths(focused, 12)))}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <div role="group" aria-label={year} className="grid grid-cols-3 gap-1" onKeyDown={handleKeyDown}>
        {Array.from({ length: 12 }, (_, index) => addMonths(`${year}-01`, index)).map((month) => (
          <Button
            key={month}
            size="sm"
            variant={month === value ? "primary" : "ghost"}
            disabled={month < min || month > max}
            aria-label={formatMonth(month)}
            aria-current={month === value ? "date" : undefined}
            onClick={() => onValueChange(month)}
            {...cellProps(month)}
          >
            {formatShortMonth(month)}
          </Button>
        ))}
      </div>
    </div>
  );
}
