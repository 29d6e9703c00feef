import { CostAmount } from "@/components/layout/cost-amount";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { OverUnder } from "@/components/layout/over-under";
import { Amount } from "@/components/ui/amount";
import type { Overview } from "@/lib/contracts/overview";
import { formatUsdEstimate, nanoUsd } from "@/lib/money";
import { formatMonth, monthOf } from "@/lib/time";
import { BudgetFigure } from "./budget-figure";

/** Where the month stands, where it will land, what is left, and what one image costs. */
export function MonthFigures({ overview }: { overview: Overview }) {
  return (
    <KeyFigures>
      <SpentFigure overview={overview} />
      <OutlookFigure overview={overview} />
      <BudgetFigure overview={overview} />
      <UnitFigure overview={overview} />
    </KeyFigures>
  );
}

const monthName = (overview: Overview) => formatMonth(overview.month).slice(0, -5);

const isToCome = (overview: Overview) => overview.month > monthOf(overview.today);

function SpentFigure({ overview }: { overview: Overview }) {
  const { totals, total } = overview;
  const isOpen = overview.month === monthOf(overview.today);
  if (isToCome(overview)) {
    return (
      <KeyFigure
        label={`Spent in ${monthName(overview)}`}
        value={<Amount nanoUsd={null} nullLabel="nothing yet" />}
        detail="The month is to come"
      />
    );
  }
  return (
    <KeyFigure
      label={isOpen ? "Spent so far" : `Spent in ${monthName(overview)}`}
      value={
        <ExplainAmount of={{ subject: "usage", from: overview.from, to: overview.to }}>
          <CostAmount {...totals} />
        </ExplainAmount>
      }
      detail={
        total.varianceNanoUsd === null ? (
          "No forecast to compare with"
        ) : (
          <>
            <ExplainAmount of={{ subject: "variance", month: overview.month }}>
              <OverUnder varianceNanoUsd={total.varianceNanoUsd} />
            </ExplainAmount>{" "}
            forecast{isOpen && " to date"}
          </>
        )
      }
    />
  );
}

const METHODS: Record<Overview["outlook"]["method"], string> = {
  closed: "The month is over",
  run_rate: "At the recent pace",
  forecast: "As forecast for the days to come",
  none: "Nothing to go by yet",
};

function OutlookFigure({ overview }: { overview: Overview }) {
  const { outlook, forecastNanoUsd } = overview;
  const forecast = forecastNanoUsd === null ? null : nanoUsd(BigInt(forecastNanoUsd));
  if (outlook.method === "closed") {
    return (
      <KeyFigure
        label={`Forecast for ${monthName(overview)}`}
        value={
          <ExplainAmount of={forecast === null ? null : { subject: "forecast", month: overview.month }}>
            <Amount nanoUsd={forecastNanoUsd} nullLabel="No forecast" />
          </ExplainAmount>
        }
        detail={forecast === null ? "None was committed" : "As committed before the month ended"}
      />
    );
  }
  const expected = outlook.expectedNanoUsd === null ? null : nanoUsd(BigInt(outlook.expectedNanoUsd));
  return (
    <KeyFigure
      label={`Outlook for ${monthName(overview)}`}
      value={
        <ExplainAmount of={{ subject: "outlook", month: overview.month }}>
          {expected === null ? <Amount nanoUsd={null} /> : formatUsdEstimate(expected)}
        </ExplainAmount>
      }
      detail={
        <>
          {METHODS[outlook.method]}
          {forecast !== null && outlook.method === "run_rate" && (
            <>
              {" "}
              · forecast{" "}
              <ExplainAmount of={{ subject: "forecast", month: overview.month }}>
                {formatUsdEstimate(forecast)}
              </ExplainAmount>
            </>
          )}
        </>
      }
    />
  );
}

function UnitFigure({ overview }: { overview: Overview }) {
  const { costPerDeliveredImageNanoUsd: actual, imagesDelivered } = overview.totals;
  const planned = overview.plannedPerDeliveredImageNanoUsd;
  const delivered = isToCome(overview)
    ? "none delivered yet"
    : `${imagesDelivered.toLocaleString("en-US")} delivered`;
  return (
    <KeyFigure
      label="Cost per delivered image"
      value={
        <ExplainAmount
          of={actual === null ? null : { subject: "cost_per_image", from: overview.from, to: overview.to }}
        >
          <Amount nanoUsd={actual} as="unit" nullLabel="No image delivered" />
        </ExplainAmount>
      }
      detail={
        planned === null ? (
          delivered
        ) : (
          <>
            planned{" "}
            <ExplainAmount of={{ subject: "planned_per_image", month: overview.month }}>
              <Amount nanoUsd={planned} as="unit" />
            </ExplainAmount>{" "}
            · {delivered}
          </>
        )
      }
    />
  );
}
