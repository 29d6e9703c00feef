"use client";

import { DateField } from "@/components/ui/date-field";
import { Select } from "@/components/ui/select";
import { RANGES, RANGE_WORDS, type RangePreset, type UsageRange } from "./usage-range";

interface RangeControlProps {
  range: UsageRange;
  today: string;
  onPreset: (preset: RangePreset) => void;
  onDates: (from: string, to: string) => void;
}

const OWN = "own";

const OPTIONS: readonly { value: string; label: string }[] = [
  ...RANGES.map((preset) => ({ value: preset, label: RANGE_WORDS[preset] })),
  { value: OWN, label: "Choose dates" },
];

/** A usual span, or two dates of one's own. */
export function RangeControl({ range, today, onPreset, onDates }: RangeControlProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Dates"
        className="w-36"
        value={range.preset ?? OWN}
        options={OPTIONS}
        onValueChange={(value) => {
          const preset = RANGES.find((each) => each === value);
          if (preset) onPreset(preset);
          else onDates(range.from, range.to);
        }}
      />
      {range.preset === null && (
        <div className="flex items-center gap-1.5">
          <DateField
            aria-label="From"
            className="w-33"
            value={range.from}
            max={range.to}
            today={today}
            onValueChange={(from) => onDates(from, range.to)}
          />
          <span className="text-muted">to</span>
          <DateField
            aria-label="To"
            className="w-33"
            value={range.to}
            min={range.from}
            today={today}
            onValueChange={(to) => onDates(range.from, to)}
          />
        </div>
      )}
    </div>
  );
}
