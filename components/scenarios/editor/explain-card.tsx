"use client";

import { memo, useMemo, useState } from "react";
import { ExplainCards } from "@/components/layout/explain-cards";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { CopyButton } from "@/components/ui/copy-button";
import { Select } from "@/components/ui/select";
import { amountText, deriveProjectedMonth, derivationText, type Derivation } from "@/lib/derivations";
import type { PriceBook } from "@/lib/pricing";
import { addMonths, formatMonth } from "@/lib/time";
import { flattenMonth, type MonthLine } from "./flatten-month";
import type { Outcome } from "./prepare-outcome";

const SWATCHES: Record<MonthLine["meaning"], string> = {
  count: "bg-transparent",
  baseline: "bg-accent",
  rework: "bg-rework",
  growth: "bg-growth",
  total: "bg-transparent",
};

/** How one month's amount is computed, with its numbers put in. */
export const ExplainCard = memo(function ExplainCard({
  outcome,
  book,
}: {
  outcome: Outcome;
  book: PriceBook;
}) {
  const { projection, drivers, isStale } = outcome;
  const [chosen, setChosen] = useState<string | null>(null);
  const months = projection?.months ?? [];
  const index = Math.max(
    0,
    months.findIndex(({ month }) => month === chosen),
  );
  const month = months[index];
  const derivation = useMemo(
    () => month && deriveProjectedMonth(drivers, month, index, book),
    [drivers, month, index, book],
  );
  if (!month || !derivation) return null;
  const [average] = derivation.steps[0]?.steps ?? [];

  return (
    <Card aria-label="How it is computed" className={cn("min-w-0", isStale && "opacity-60")}>
      <CardHeader
        title="How it is computed"
        description={derivation.rounding}
        actions={
          <>
            <CopyButton size="sm" label="Copy as text" value={derivationText(derivation)} />
            <MonthSelect
              first={months[0]?.month ?? month.month}
              count={months.length}
              month={month.month}
              onMonthChange={setChosen}
            />
          </>
        }
      />
      <dl className="grid pt-2">
        {flattenMonth(derivation).map(({ label, formula, result, meaning }) => (
          <div
            key={label}
            className={cn(
              "grid grid-cols-[1fr_auto] items-baseline gap-x-4 border-b border-hair px-4 py-1.5 sm:grid-cols-[8.5rem_1fr_auto]",
              meaning === "total" && "border-b-0 font-semibold",
            )}
          >
            <dt className="flex items-center gap-2 font-medium">
              <span aria-hidden className={cn("size-2 rounded-[2px]", SWATCHES[meaning])} />
              {label}
            </dt>
            <dd className="text-sm font-normal break-words text-muted max-sm:order-last max-sm:col-span-2 max-sm:pl-4">
              {formula}
            </dd>
            <dd className="text-right tabular-nums">{result}</dd>
          </div>
        ))}
      </dl>
      {average && <AveragePrice average={average} />}
      <div className="px-4 pb-4">
        <ExplainCards cards={derivation.rateCards} />
      </div>
    </Card>
  );
});

/** The mix's average, and what each size and quality in it is made of. */
function AveragePrice({ average }: { average: Derivation }) {
  return (
    <section aria-label="Price of a picture" className="grid gap-2 border-t px-4 py-3">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-medium">{average.title}</h3>
        <span className="tabular-nums">{amountText(average)}</span>
      </div>
      <p className="text-sm text-muted">{average.formula}</p>
      <ul className="grid gap-1.5">
        {average.steps.map((picture) => (
          <li key={picture.title} className="grid grid-cols-[1fr_auto] gap-x-4">
            <span>{picture.title}</span>
            <span className="text-right tabular-nums">{amountText(picture)}</span>
            {picture.steps.map((part) => (
              <span key={part.title} className="col-span-2 text-sm text-muted">
                {part.formula} = {amountText(part)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MonthSelectProps {
  first: string;
  count: number;
  month: string;
  onMonthChange: (month: string) => void;
}

/** Apart, so that it is not drawn again with every amount. */
const MonthSelect = memo(function MonthSelect({ first, count, month, onMonthChange }: MonthSelectProps) {
  const options = Array.from({ length: count }, (_, index) => {
    const value = addMonths(first, index);
    return { value, label: formatMonth(value) };
  });
  return (
    <Select
      aria-label="Month to explain"
      value={month}
      onValueChange={onMonthChange}
      options={options}
      className="h-7 w-40"
    />
  );
});
