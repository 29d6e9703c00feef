import "server-only";
import { rateCardSchema } from "@/lib/contracts/prices";
import { parseValueList } from "@/lib/contracts/value-list";
import { deriveForecastLine, deriveForecastToDate, type Derivation } from "@/lib/derivations";
import { forecastToDate, reportedPeriod } from "@/lib/reports";
import { lastDayOfStage } from "@/lib/scenarios";
import { daysBetween, firstDay, formatDate, lastDay } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import { listForecastMonths, type ForecastMonth } from "@/lib/server/scenarios/forecast-in-force";
import { readDrivers } from "@/lib/server/scenarios/read-drivers";
import type { Explaining } from "./explaining";

export interface ExplainedForecast {
  imagesMicro: bigint;
  /** Of the whole month. */
  whole: Derivation;
  /** Of the days that the month's report is about. */
  toDate: Derivation;
}

/** Which forecasts of a month are asked for: those of a workflow, by its name in calls, and of a stage, or all. */
export interface ForecastQuery {
  month: string;
  workflow?: string | undefined;
  stage?: string | undefined;
}

/** The forecasts in force for a month, each explained, in the order of their workflows' names and stages. */
export async function loadForecasts(
  { tx, workspace, now }: Explaining,
  { month, workflow, stage }: ForecastQuery,
): Promise<ExplainedForecast[]> {
  const inForce = await listForecastMonths(tx, workspace, { from: month, to: month }, now);
  const named = workflow === undefined ? null : parseValueList(workflow);
  const workflows = await tx.workflow.findMany({
    where: {
      workspaceId: workspace.id,
      ...(named && { slug: named.isExcluded ? { notIn: [...named.values] } : { in: [...named.values] } }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  const versions = await tx.scenarioVersion.findMany({
    where: { workspaceId: workspace.id, id: { in: inForce.map(({ versionId }) => versionId) } },
    include: { commitments: { orderBy: { committedAt: "asc" }, select: { committedAt: true } } },
  });
  const today = localDate(now.getTime(), workspace.timeZone);
  return workflows.flatMap(({ id, name }) =>
    inForce
      .filter((forecast) => forecast.workflowId === id && (stage === undefined || forecast.stage === stage))
      .flatMap((forecast) => {
        const version = versions.find((each) => each.id === forecast.versionId);
        if (version === undefined) return [];
        const drivers = readDrivers(version.drivers);
        const whole = deriveForecastLine({
          ...forecast,
          name: `${name}, ${forecast.stage}`,
          version: {
            number: version.number,
            name: version.name,
            committedOn: committedOn(version.commitments[0]?.committedAt, workspace.timeZone),
            engineVersion: version.engineVersion,
            drivers,
            rateCards: rateCardSchema.array().parse(version.rateCards),
          },
        });
        const days = { from: drivers.startsOn, to: lastDayOfStage(drivers.startsOn, drivers.lengthMonths) };
        const toDate = explainToDate({ name, forecast, days, today, whole });
        return { imagesMicro: forecast.imagesMicro, whole, toDate };
      }),
  );
}

function committedOn(at: Date | undefined, timeZone: string): string {
  return at === undefined ? "a day that is not known" : formatDate(localDate(at.getTime(), timeZone));
}

interface ToDate {
  name: string;
  forecast: ForecastMonth;
  /** The first and last day of the stage. */
  days: { from: string; to: string };
  today: string;
  whole: Derivation;
}

/** The part that falls on the days up to today; of a month that is over, or to come, the whole. */
function explainToDate({ name, forecast, days, today, whole }: ToDate): Derivation {
  const { month, workflowId, stage, totalNanoUsd } = forecast;
  const { to } = reportedPeriod(month, today);
  if (to === lastDay(month)) return whole;
  const from = days.from > firstDay(month) ? days.from : firstDay(month);
  const end = days.to < lastDay(month) ? days.to : lastDay(month);
  const begunTo = to < end ? to : end;
  return deriveForecastToDate({
    name: `${name}, ${stage}`,
    from: firstDay(month),
    to,
    amountNanoUsd: forecastToDate({ workflowId, stage, forecastNanoUsd: totalNanoUsd, ...days }, month, to),
    daysInside: daysBetween(from, end) + 1,
    daysBegun: begunTo < from ? 0 : daysBetween(from, begunTo) + 1,
    whole,
  });
}
