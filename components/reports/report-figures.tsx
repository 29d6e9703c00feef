import { CostAmount } from "@/components/layout/cost-amount";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { OverUnder } from "@/components/layout/over-under";
import { Amount } from "@/components/ui/amount";
import { Difference } from "@/components/ui/difference";
import type { MonthReport } from "@/lib/contracts/reports";
import { formatPercent } from "@/lib/money";
import { compareWithForecast } from "@/lib/variance";

const count = (value: number) => value.toLocaleString("en-US");

/** Actual, forecast, what lies between them, and the budget. */
export function ReportFigures({ report }: { report: MonthReport }) {
  const { total, totals, state, month, from, to } = report;
  const isOpen = state === "open";
  return (
    <KeyFigures>
      <KeyFigure
        label={isOpen ? "Actual to date" : "Actual"}
        value={
          <ExplainAmount of={total.calls === 0 ? null : { subject: "usage", from, to }}>
            <CostAmount
              costNanoUsd={total.actualNanoUsd}
              calls={total.calls}
              unpricedCalls={total.unpricedCalls}
              isToCome={state === "future"}
            />
          </ExplainAmount>
        }
        detail={
          state === "future"
            ? "The month is to come"
            : `${count(totals.calls)} calls · ${count(totals.imagesDelivered)} images`
        }
      />
      <KeyFigure
        label={isOpen ? "Forecast to date" : "Forecast"}
        value={
          <ExplainAmount of={total.forecastNanoUsd === null ? null : { subject: "forecast_to_date", month }}>
            <Amount nanoUsd={total.forecastNanoUsd} nullLabel="no forecast" />
          </ExplainAmount>
        }
        detail={
          report.monthForecastNanoUsd === null ? (
            "None was committed"
          ) : isOpen ? (
            <>
              <ExplainAmount of={{ subject: "forecast", month }}>
                <Amount nanoUsd={report.monthForecastNanoUsd} />
              </ExplainAmount>{" "}
              for the month
            </>
          ) : (
            "As committed"
          )
        }
      />
      <KeyFigure
        label="Variance"
        value={
          <ExplainAmount of={total.varianceNanoUsd === null ? null : { subject: "variance", month }}>
            <Difference nanoUsd={total.varianceNanoUsd} isWordHidden className="font-semibold" />
          </ExplainAmount>
        }
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
            <ExplainAmount of={{ subject: "budget_left", month: report.month }}>
              <OverUnder varianceNanoUsd={String(varianceNanoUsd)} />
            </ExplainAmount>{" "}
            {report.state === "open" && "so far"}
          </>
        )
      }
    />
  );
}
