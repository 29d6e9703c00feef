import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import type { PlannedMonth, PriceImpact, ScenarioImpact } from "@/lib/contracts/price-impact";
import { addDays, formatDate, formatMonth } from "@/lib/time";

interface ImpactPanelProps {
  /** Undefined while the first answer is on its way, null while there is nothing to ask. */
  impact: PriceImpact | null | undefined;
  /** Why there is none. */
  problem: string | null;
  /** An older answer is shown until the next arrives. */
  isStale: boolean;
}

/** What saving a price changes and what it leaves alone, before anything is saved. */
export function ImpactPanel({ impact, problem, isStale }: ImpactPanelProps) {
  return (
    <section
      aria-label="What it would change"
      aria-busy={isStale}
      className="grid min-h-56 content-start gap-3"
    >
      <h3 className="font-semibold">What it would change</h3>
      {problem !== null ? (
        <p role="alert" className="text-over">
          {problem}
        </p>
      ) : impact === null ? (
        <p className="text-muted">Told as soon as the price is complete.</p>
      ) : impact === undefined ? (
        <ImpactSkeleton />
      ) : (
        <div className={isStale ? "grid gap-3 opacity-60 transition-opacity" : "grid gap-3"}>
          <Impact impact={impact} />
        </div>
      )}
    </section>
  );
}

/** As tall as an answer of middling length. */
function ImpactSkeleton() {
  return (
    <div className="grid gap-3" aria-hidden>
      {["w-3/4", "w-full", "w-5/6", "w-full", "w-2/3"].map((width, index) => (
        <Skeleton key={index} className={`h-5 ${width}`} />
      ))}
    </div>
  );
}

function Impact({ impact }: { impact: PriceImpact }) {
  const changed = impact.scenarios.filter(
    ({ beforeNanoUsd, afterNanoUsd }) => beforeNanoUsd !== afterNanoUsd,
  );
  return (
    <>
      <p className="text-muted">
        Holds from {formatDate(impact.validFrom)}
        {impact.validTo === null ? " on" : ` to ${formatDate(addDays(impact.validTo, -1))}`}.
        {impact.endsEarlier && ` “${impact.endsEarlier.name}” ends the day before.`}
      </p>
      <Part title="Scenarios">
        {changed.length === 0 ? (
          <p className="text-muted">
            {impact.scenarios.length === 0
              ? "No open scenario is made with this provider and model."
              : `Of ${counted(impact.scenarios.length, "open scenario")} none changes.`}
          </p>
        ) : (
          <ul className="grid gap-1.5">
            {changed.map((scenario) => (
              <ScenarioChange key={scenario.id} scenario={scenario} />
            ))}
          </ul>
        )}
        {impact.scenarios.length > 0 && (
          <p className="text-sm text-muted">Committed forecasts keep their frozen prices.</p>
        )}
      </Part>
      {impact.plannedMonths.length > 0 && (
        <Part title="Budget">
          <BudgetChange months={impact.plannedMonths} budgetNanoUsd={impact.budgetNanoUsd} />
        </Part>
      )}
      <Part title="Logged calls">
        <LoggedCalls impact={impact} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 border-t border-hair pt-2.5">
      <h4 className="text-sm font-medium text-muted">{title}</h4>
      {children}
    </div>
  );
}

function BeforeAfter({ before, after }: { before: string | null; after: string | null }) {
  return (
    <span className="whitespace-nowrap tabular-nums">
      {before === null ? "unpriced" : <Amount nanoUsd={before} />}
      <span aria-hidden> → </span>
      <span className="sr-only"> becomes </span>
      <span className="font-medium">{after === null ? "unpriced" : <Amount nanoUsd={after} />}</span>
    </span>
  );
}

function ScenarioChange({ scenario }: { scenario: ScenarioImpact }) {
  const months = scenario.months.filter(({ beforeNanoUsd, afterNanoUsd }) => beforeNanoUsd !== afterNanoUsd);
  return (
    <li className="grid gap-0.5">
      <details className="group">
        <summary className="flex cursor-pointer flex-wrap items-baseline justify-between gap-x-3 rounded-sm">
          <span className="min-w-0 truncate">
            {scenario.workflow.name}: {scenario.name}
          </span>
          <BeforeAfter before={scenario.beforeNanoUsd} after={scenario.afterNanoUsd} />
        </summary>
        <ul className="grid gap-0.5 py-1 pl-3 text-sm text-muted">
          {months.map(({ month, beforeNanoUsd, afterNanoUsd }) => (
            <li key={month} className="flex justify-between gap-3">
              {formatMonth(month)} <BeforeAfter before={beforeNanoUsd} after={afterNanoUsd} />
            </li>
          ))}
        </ul>
      </details>
      {scenario.problem !== null && <p className="text-sm text-over">{scenario.problem}</p>}
    </li>
  );
}

function BudgetChange({
  months,
  budgetNanoUsd,
}: {
  months: readonly PlannedMonth[];
  budgetNanoUsd: string | null;
}) {
  const crossing = months.filter(({ isOverBudgetBefore: was, isOverBudgetAfter: is }) => was !== is);
  const over = months.filter(({ isOverBudgetAfter }) => isOverBudgetAfter);
  if (budgetNanoUsd === null) {
    return (
      <p className="text-muted">{counted(months.length, "planned month")} change; there is no budget.</p>
    );
  }
  return (
    <>
      <p>
        The plan of {counted(months.length, "month")} changes; {over.length === 0 ? "none" : over.length} of
        them {over.length === 1 ? "is" : "are"} then over the budget of <Amount nanoUsd={budgetNanoUsd} />.
      </p>
      {crossing.length > 0 && (
        <ul className="grid gap-1">
          {crossing.map(({ month, beforeNanoUsd, afterNanoUsd, isOverBudgetAfter }) => (
            <li key={month} className="flex flex-wrap items-center justify-between gap-x-3">
              <span className="flex items-center gap-2">
                {formatMonth(month)}
                <Badge tone={isOverBudgetAfter ? "over" : "under"}>
                  {isOverBudgetAfter ? "goes over" : "comes under"}
                </Badge>
              </span>
              <BeforeAfter before={beforeNanoUsd} after={afterNanoUsd} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function LoggedCalls({ impact: { loggedMonths, reach } }: { impact: PriceImpact }) {
  if (loggedMonths.length === 0) return <p className="text-muted">None was made in these days.</p>;
  const closed = loggedMonths.filter(({ isClosed }) => isClosed);
  return (
    <>
      <p>
        {reach === null
          ? "All of them are in closed months."
          : `${counted(reach.calls, "call")} ${daysText(reach)}${
              reach.unpricedCalls > 0
                ? `, ${reach.unpricedCalls.toLocaleString("en-US")} of them unpriced`
                : ""
            }.`}{" "}
        <span className="text-muted">They keep what they have until somebody reprices them.</span>
      </p>
      <ul className="grid gap-0.5 text-sm">
        {loggedMonths.map(({ month, calls, costNanoUsd, unpricedCalls, isClosed }) => (
          <li key={month} className="flex flex-wrap items-center justify-between gap-x-3">
            <span className="flex items-center gap-2">
              {formatMonth(month)}
              {isClosed && (
                <Badge>
                  <Lock aria-hidden /> closed, untouched
                </Badge>
              )}
            </span>
            <span className="text-muted tabular-nums">
              {counted(calls, "call")},{" "}
              {unpricedCalls === calls ? "unpriced" : <Amount nanoUsd={costNanoUsd} />}
            </span>
          </li>
        ))}
      </ul>
      {closed.length > 0 && <p className="text-sm text-muted">Nothing changes a closed month.</p>}
    </>
  );
}

function daysText({ from, to }: { from: string; to: string }): string {
  return from === to ? `on ${formatDate(from)}` : `from ${formatDate(from)} to ${formatDate(to)}`;
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en-US")} ${thing}${count === 1 ? "" : "s"}`;
}
