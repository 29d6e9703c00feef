import { CostAmount } from "@/components/layout/cost-amount";
import { KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { OverUnder } from "@/components/layout/over-under";
import { Amount } from "@/components/ui/amount";
import { Difference } from "@/components/ui/difference";
import type { MonthReport } from "@/lib/contracts/reports";
import { formatPercent, formatUsd, nanoUsd } from "@/lib/money";
import { compareWithForecast } from "@/lib/variance";

const count = (value: number) => value.toLocaleString("en-US");

/** Actual, forecast, what lies between them, and the budget. */
export function ReportFigures({ report }: { report: MonthReport }) {
  const { total, totals, state } = report;
  const isOpen = state === "open";
  return (
    <KeyFigures>
      <KeyFigure
        label={isOpen ? "Actual to date" : "Actual"}
        value={
          <CostAmount
            costNanoUsd={total.actualNanoUsd}
            calls={total.calls}
            unpricedCalls={total.unpricedCalls}
            isToCome={state === "future"}
          />
        }
        detail={
          state === "future"
            ? "The month is to come"
            : `${count(totals.calls)} calls · ${count(totals.imagesDelivered)} images`
        }
      />
      <KeyFigure
        label={isOpen ? "Forecast to date" : "Forecast"}
        explanation={
          <p>
            The version of each scenario that was committed last before the month ended
            {isOpen && ", for the days that have begun"}.
          </p>
        }
        value={<Amount nanoUsd={total.forecastNanoUsd} nullLabel="no forecast" />}
        detail={
          report.monthForecastNanoUsd === null
            ? "None was committed"
            : isOpen
              ? `${formatUsd(nanoUsd(BigInt(report.monthForecastNanoUsd)))} for the month`
              : "As committed"
        }
      />
      <KeyFigure
        label="Variance"
        explanation={<p>Actual minus forecast of the same days. Over is more than forecast.</p>}
        value={<Difference nanoUsd={total.varianceNanoUsd} isWordHidden className="font-semibold" />}
        detail={
          total.varianceBasisPoints === null || total.direction === null
            ? "Nothing to compare with"
            : `${formatPercent(Math.abs(total.varianceBasisPoints))} ${total.direction === "on" ? "off" : total.direction} forecast`
        }
      />
      <BudgetFigure report={report} />
    </KeyFigures>
  );
}

function BudgetFigure({ report }: { report: MonthReport }) {
  const { budgetNanoUsd, total } = report;
  if (budgetNanoUsd === null) {
    return (
      <KeyFigure
        label="Budget"
        value={<Amount nanoUsd={null} nullLabel="no budget" />}
        detail="None is set"
      />
    );
  }
  const { varianceNanoUsd } = compareWithForecast({
    actualNanoUsd: BigInt(total.actualNanoUsd),
    forecastNanoUsd: BigInt(budgetNanoUsd),
  });
  return (
    <KeyFigure
      label="Budget"
      value={<Amount nanoUsd={budgetNanoUsd} />}
      detail={
        varianceNanoUsd !== null &&
        report.state !== "future" && (
          <>
            <OverUnder varianceNanoUsd={String(varianceNanoUsd)} /> {report.state === "open" && "so far"}
          </>
        )
      }
    />
  );
}
