import { ExplainAmount } from "@/components/layout/explain-amount";
import { KeyFigure } from "@/components/layout/key-figures";
import { Amount } from "@/components/ui/amount";
import type { Overview } from "@/lib/contracts/overview";
import { formatUsd, nanoUsd } from "@/lib/money";
import { formatDayOfMonth } from "@/lib/time/format-range";
import { BudgetEditor } from "./budget-editor";

export function BudgetFigure({ overview }: { overview: Overview }) {
  const { budgetNanoUsd, budgetLeftNanoUsd } = overview;
  if (budgetNanoUsd === null || budgetLeftNanoUsd === null) {
    return (
      <KeyFigure
        label="Budget left"
        value={<Amount nanoUsd={null} nullLabel="No budget" />}
        detail={<BudgetEditor budgetNanoUsd={null} />}
      />
    );
  }
  const left = BigInt(budgetLeftNanoUsd);
  const isOver = left < 0n;
  return (
    <KeyFigure
      label={isOver ? "Over budget by" : "Budget left"}
      value={
        <ExplainAmount of={{ subject: "budget_left", month: overview.month }}>
          <Amount nanoUsd={isOver ? -left : left} className={isOver ? "text-over" : ""} />
        </ExplainAmount>
      }
      detail={
        <>
          of {formatUsd(nanoUsd(BigInt(budgetNanoUsd)))}
          <Crossing overview={overview} isOver={isOver} />
        </>
      }
      action={<BudgetEditor budgetNanoUsd={budgetNanoUsd} />}
    />
  );
}

function Crossing({ overview, isOver }: { overview: Overview; isOver: boolean }) {
  const { budgetCrossedOn, today, month } = overview;
  if (budgetCrossedOn === null) return month >= today.slice(0, 7) ? <> · lasts the month</> : null;
  const day = formatDayOfMonth(budgetCrossedOn);
  return (
    <>
      {" · "}
      <span className="font-medium whitespace-nowrap text-over">
        {isOver || budgetCrossedOn <= today ? `used up on ${day}` : `runs out ${day}`}
      </span>
    </>
  );
}
