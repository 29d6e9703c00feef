"use client";

import { memo } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { Growth, ScenarioDrivers } from "@/lib/scenarios";
import type { ChangeDrivers } from "./use-draft";

const PERIODS = [
  { value: "day", label: "a day" },
  { value: "week", label: "a week" },
  { value: "month", label: "a month" },
] as const;

const GROWTHS = [
  { value: "none", label: "None" },
  { value: "linear", label: "Linear" },
  { value: "compound", label: "Compound" },
] as const;

const USUAL_GROWTH_PERCENT = 5;

export interface PeriodSelectProps {
  per: ScenarioDrivers["volume"]["per"];
  changeDrivers: ChangeDrivers;
}

export const PeriodSelect = memo(function PeriodSelect({ per, changeDrivers }: PeriodSelectProps) {
  return (
    <Select
      aria-label="Requests per"
      value={per}
      onValueChange={(next) =>
        changeDrivers("per", (before) => ({ ...before, volume: { ...before.volume, per: next } }))
      }
      options={PERIODS}
      className="h-7 w-[5.5rem] px-2 text-sm"
    />
  );
});

export interface GrowthKindProps {
  kind: Growth["kind"];
  /** Where a kind with a rate takes it from when there was none. */
  reference: Growth;
  changeDrivers: ChangeDrivers;
}

export const GrowthKind = memo(function GrowthKind({ kind, reference, changeDrivers }: GrowthKindProps) {
  return (
    <div className="px-4 pb-2.5">
      <SegmentedControl
        size="sm"
        label="Kind of growth"
        value={kind}
        options={GROWTHS}
        onValueChange={(next) =>
          changeDrivers("growth kind", (before) => ({
            ...before,
            growth: growthOf(next, before.growth, reference),
          }))
        }
      />
    </div>
  );
});

/** Another kind keeps the rate; from none it takes the one that it is compared with. */
function growthOf(kind: Growth["kind"], before: Growth, reference: Growth): Growth {
  if (kind === "none") return { kind };
  const from = before.kind === "none" ? reference : before;
  return { kind, percentPerMonth: from.kind === "none" ? USUAL_GROWTH_PERCENT : from.percentPerMonth };
}
