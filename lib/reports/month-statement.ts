import { sumNanoUsd, ZERO_NANO_USD, type NanoUsd } from "@/lib/money";
import type { Stage } from "@/lib/scenarios";
import { compareWithForecast, type Variance } from "@/lib/variance";
import { inReadingOrder } from "./reading-order";
import { forecastToDate, type StatementForecast } from "./forecast-to-date";
import { monthState, reportedPeriod, type MonthState } from "./month-state";

/** What the calls of one workflow and stage add up to. Null: the calls name none. */
export interface StatementActual extends StatementCounts {
  workflowId: string | null;
  stage: Stage | null;
  costNanoUsd: NanoUsd;
}

interface StatementCounts {
  calls: number;
  imagesDelivered: number;
  unpricedCalls: number;
  boundLowNanoUsd: NanoUsd;
  boundHighNanoUsd: NanoUsd;
  unboundedCalls: number;
}

export interface StatementWorkflow {
  id: string;
  slug: string;
  name: string;
  owner: string | null;
  costCentre: string | null;
}

export interface StatementAmounts extends StatementCounts, Variance {
  actualNanoUsd: NanoUsd;
  forecastNanoUsd: NanoUsd | null;
}

export interface StatementLine extends StatementAmounts {
  workflow: StatementWorkflow | null;
  stage: Stage | null;
}

export interface MonthStatement {
  month: string;
  state: MonthState;
  /** The first and last day that the amounts are of. */
  from: string;
  to: string;
  lines: StatementLine[];
  total: StatementAmounts;
}

interface MonthStatementInput {
  month: string;
  /** YYYY-MM-DD in the workspace's time zone. */
  today: string;
  /** At most one for each workflow and stage, of the days that the statement reports. */
  actuals: readonly StatementActual[];
  /** Of the whole month, at most one for each workflow and stage. */
  forecasts: readonly StatementForecast[];
  workflows: readonly StatementWorkflow[];
}

const NOTHING_LOGGED: StatementCounts & { costNanoUsd: NanoUsd } = {
  calls: 0,
  imagesDelivered: 0,
  costNanoUsd: ZERO_NANO_USD,
  unpricedCalls: 0,
  boundLowNanoUsd: ZERO_NANO_USD,
  boundHighNanoUsd: ZERO_NANO_USD,
  unboundedCalls: 0,
};

/**
 * A month by workflow and stage: actual, forecast and variance, the dearest workflow first, calls that name no
 * workflow last. A line appears for whatever has calls or a forecast. Both sides speak of the same days: the open
 * month is compared with the forecast to date. A month to come is not compared with anything. Every column of the
 * total is the exact sum of its lines; so that this holds for the variance too, spending that nobody forecast in a
 * month with a forecast is over by all of it.
 */
export function prepareMonthStatement(input: MonthStatementInput): MonthStatement {
  const { month, today } = input;
  const state = monthState(month, today);
  const { from, to } = reportedPeriod(month, today);
  const workflows = new Map(input.workflows.map((workflow) => [workflow.id, workflow]));
  const actuals = new Map(input.actuals.map((actual) => [keyOf(actual), actual]));
  const forecasts = new Map(input.forecasts.map((forecast) => [keyOf(forecast), forecast]));
  const hasForecast = forecasts.size > 0;

  const keys = new Map(
    [...actuals, ...forecasts].map(([key, { workflowId, stage }]) => [key, { workflowId, stage }]),
  );
  const lines = [...keys].map(([key, { workflowId, stage }]): StatementLine => {
    const {
      calls,
      imagesDelivered,
      costNanoUsd,
      unpricedCalls,
      boundLowNanoUsd,
      boundHighNanoUsd,
      unboundedCalls,
    } = actuals.get(key) ?? NOTHING_LOGGED;
    const forecast = forecasts.get(key);
    const forecastNanoUsd = forecast === undefined ? null : forecastToDate(forecast, month, to);
    return {
      workflow: workflowId === null ? null : (workflows.get(workflowId) ?? nameless(workflowId)),
      stage,
      actualNanoUsd: costNanoUsd,
      forecastNanoUsd,
      ...(state === "future" || !hasForecast
        ? compareWithForecast({ actualNanoUsd: costNanoUsd, forecastNanoUsd: null })
        : compareLine(costNanoUsd, forecastNanoUsd)),
      calls,
      imagesDelivered,
      unpricedCalls,
      boundLowNanoUsd,
      boundHighNanoUsd,
      unboundedCalls,
    };
  });

  return { month, state, from, to, lines: inReadingOrder(lines), total: sumLines(lines, state) };
}

function keyOf({ workflowId, stage }: { workflowId: string | null; stage: Stage | null }): string {
  return JSON.stringify([workflowId, stage]);
}

/** Calls outlive what they name: a workflow that is no longer known is called by its id. */
function nameless(id: string): StatementWorkflow {
  return { id, slug: id, name: id, owner: null, costCentre: null };
}

function compareLine(actualNanoUsd: bigint, forecastNanoUsd: bigint | null): Variance {
  return compareWithForecast({ actualNanoUsd, forecastNanoUsd: forecastNanoUsd ?? 0n });
}

function sumLines(lines: readonly StatementLine[], state: MonthState): StatementAmounts {
  const count = (of: (line: StatementLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  const actualNanoUsd = sumNanoUsd(lines.map((line) => line.actualNanoUsd));
  const forecasts = lines.flatMap((line) => line.forecastNanoUsd ?? []);
  const forecastNanoUsd = forecasts.length === 0 ? null : sumNanoUsd(forecasts);
  return {
    actualNanoUsd,
    forecastNanoUsd,
    ...compareWithForecast({ actualNanoUsd, forecastNanoUsd: state === "future" ? null : forecastNanoUsd }),
    calls: count((line) => line.calls),
    imagesDelivered: count((line) => line.imagesDelivered),
    unpricedCalls: count((line) => line.unpricedCalls),
    boundLowNanoUsd: sumNanoUsd(lines.map((line) => line.boundLowNanoUsd)),
    boundHighNanoUsd: sumNanoUsd(lines.map((line) => line.boundHighNanoUsd)),
    unboundedCalls: count((line) => line.unboundedCalls),
  };
}
