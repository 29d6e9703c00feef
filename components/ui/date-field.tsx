"use client";

import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import {
  addDays,
  addMonths,
  dateRange,
  firstDay,
  formatDate,
  formatMonth,
  lastDay,
  monthOf,
} from "@/lib/time";
import { cn } from "./class-names";
import { IconButton } from "./icon-button";
import { inputClasses } from "./input";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import { useGridFocus } from "./use-grid-focus";
import { weekdayOf } from "./weekday";

export interface DateFieldProps {
  /** YYYY-MM-DD. */
  value: string | null;
  onValueChange: (date: string) => void;
  min?: string | undefined;
  max?: string | undefined;
  /** The day that the calendar opens at while there is no value, and the one that is marked. */
  today: string;
  placeholder?: string;
  id?: string;
  disabled?: boolean | undefined;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

/** A calendar date, drawn as 23 Nov 2026, chosen from a month. */
export function DateField({
  value,
  onValueChange,
  min,
  max,
  today,
  placeholder = "Choose a day",
  className,
  ...trigger
}: DateFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  const name = trigger["aria-label"];
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <button
          type="button"
          {...trigger}
          {...(name && { "aria-label": `${name}: ${value ? formatDate(value) : placeholder}` })}
          className={cn(inputClasses, "flex items-center justify-between gap-2 text-left", className)}
        >
          <span className={cn("truncate", !value && "text-muted")}>
            {value ? formatDate(value) : placeholder}
          </span>
          <CalendarDays aria-hidden className="size-3.5 shrink-0 text-muted" />
        </button>
      </PopoverTrigger>
      <PopoverContent aria-label={name ?? "Choose a day"} align="start" className="w-64 p-2">
        <Calendar
          value={value}
          min={min}
          max={max}
          today={today}
          onValueChange={(date) => {
            setIsOpen(false);
            onValueChange(date);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

const KEY_DAYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const KEY_MONTHS: Record<string, number> = { PageUp: -1, PageDown: 1 };
const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

type CalendarProps = Pick<DateFieldProps, "value" | "onValueChange" | "min" | "max" | "today">;

function Calendar({ value, onValueChange, min = "0001-01-01", max = "9999-12-31", today }: CalendarProps) {
  const { focused, focus, cellProps } = useGridFocus(value ?? today);
  const month = monthOf(focused);
  const clamp = (date: string) => (date < min ? min : date > max ? max : date);

  /** The same day of another month, or its last day. */
  function inMonth(months: number): string {
    const target = addMonths(month, months);
    const date = `${target}${focused.slice(7)}`;
    return clamp(date > lastDay(target) ? lastDay(target) : date);
  }

  function handleKeyDown(event: KeyboardEvent) {
    const days = KEY_DAYS[event.key];
    const months = KEY_MONTHS[event.key];
    if (days === undefined && months === undefined) return;
    event.preventDefault();
    focus(days === undefined ? inMonth(months ?? 0) : clamp(addDays(focused, days)), "cell");
  }

  return (
    <div>
      <div className="flex items-center justify-between pb-1">
        <IconButton label="Month before" size="sm" onClick={() => focus(inMonth(-1))}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <span aria-live="polite" className="font-semibold">
          {formatMonth(month)}
        </span>
        <IconButton label="Month after" size="sm" onClick={() => focus(inMonth(1))}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <div aria-hidden className="grid grid-cols-7 text-center text-xs text-muted">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday} className="py-1">
            {weekday}
          </span>
        ))}
      </div>
      <div
        role="group"
        aria-label={formatMonth(month)}
        className="grid grid-cols-7"
        onKeyDown={handleKeyDown}
      >
        {dateRange(firstDay(month), lastDay(month)).map((date) => (
          <button
            key={date}
            type="button"
            disabled={date < min || date > max}
            aria-label={formatDate(date)}
            aria-current={date === today ? "date" : undefined}
            aria-pressed={date === value}
            onClick={() => onValueChange(date)}
            style={date.endsWith("-01") ? { gridColumnStart: weekdayOf(date) } : undefined}
            className={cn(
              "grid h-8 place-items-center rounded-control hover:bg-sunken focus-visible:-outline-offset-2 disabled:text-faint",
              date === today && "font-semibold text-accent",
              date === value && "bg-ink text-surface hover:bg-ink",
            )}
            {...cellProps(date)}
          >
            {Number(date.slice(8))}
          </button>
        ))}
      </div>
    </div>
  );
}
