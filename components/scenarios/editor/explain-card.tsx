"use client";

import { ExternalLink } from "lucide-react";
import { memo, useMemo, useState } from "react";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { Select } from "@/components/ui/select";
import type { PriceBook } from "@/lib/pricing";
import { addMonths, formatMonth } from "@/lib/time";
import { cardNote } from "./price-choices";
import { type ExplainedStep, prepareExplanation } from "./prepare-explanation";
import type { Outcome } from "./prepare-outcome";

const SWATCHES: Record<ExplainedStep["meaning"], string> = {
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
  const explanation = useMemo(
    () => month && prepareExplanation(drivers, month, index, book),
    [drivers, month, index, book],
  );
  if (!month || !explanation) return null;
  const { card, pictures, averagePrice, steps } = explanation;

  return (
    <Card aria-label="How it is computed" className={cn("min-w-0", isStale && "opacity-60")}>
      <CardHeader
        title="How it is computed"
        description="Every amount to its last digit, rounded once."
        actions={
          <MonthSelect
            first={months[0]?.month ?? month.month}
            count={months.length}
            month={month.month}
            onMonthChange={setChosen}
          />
        }
      />
      <dl className="grid pt-2">
        {steps.map(({ label, formula, result, meaning }) => (
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
      <section aria-label="Price of a picture" className="grid gap-2 border-t px-4 py-3">
        <div className="flex items-baseline justify-between gap-4">
          <h3 className="font-medium">Price of a picture</h3>
          <span className="tabular-nums">
            <span className="text-sm text-muted">average </span>
            {averagePrice}
          </span>
        </div>
        <ul className="grid gap-1.5">
          {pictures.map(({ name, share, unitPrice, parts }) => (
            <li key={name} className="grid grid-cols-[1fr_auto] gap-x-4">
              <span>
                {name} <span className="text-muted">{share}</span>
              </span>
              <span className="text-right tabular-nums">{unitPrice}</span>
              {parts.map((part) => (
                <span key={part} className="col-span-2 text-sm text-muted">
                  {part}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </section>
      {card && (
        <CardFooter>
          <span>
            {card.name}. {cardNote(card)}.
          </span>
          {card.sourceUrl && (
            <a
              href={card.sourceUrl}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 rounded-sm text-accent hover:underline"
            >
              Source <ExternalLink aria-hidden className="size-3" />
            </a>
          )}
        </CardFooter>
      )}
    </Card>
  );
});

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
