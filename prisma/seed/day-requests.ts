import type { MixLine } from "@/lib/scenarios";
import { daysInMonth, monthOf, monthsBetween } from "@/lib/time";
import { dateOf } from "./calendar";
import type { Rng } from "./rng";
import type { PlannedDrivers, Reality, WorldStage } from "./world";

/** What customers asked for on one day: how many requests, of which pictures, and how many again. */
export interface DayRequests {
  requests: number;
  mix: MixLine[];
  billedRetryPercent: number;
}

/** January to December: quiet after the holidays and in the summer, busy before Christmas. */
const SEASON = [0.94, 0.97, 1, 1.01, 1.02, 1.01, 0.97, 0.95, 1, 1.02, 1.05, 1.06];

/** Whether the date, counted in days from 1970-01-01, which was a Thursday, is a Saturday or Sunday. */
export function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function requestsOfDay(
  stage: WorldStage,
  reality: Reality,
  date: string,
  currentMonth: string,
  rng: Rng,
): DayRequests {
  const episodes = reality.episodes.filter(
    ({ from, to }) => dateOf(from, currentMonth) <= date && date <= dateOf(to, currentMonth),
  );
  const last = episodes.at(-1);
  const stageMonth = monthsBetween(currentMonth, monthOf(date)) - stage.startsIn;
  const expected =
    plannedPerDay(stage.drivers, stageMonth, date) *
    reality.traffic *
    episodes.reduce((factor, { traffic = 1 }) => factor * traffic, 1) *
    weekdayFactor(reality.weekend, isWeekend(date)) *
    (SEASON[Number(date.slice(5, 7)) - 1] ?? 1) *
    rng.around(0.18);
  return {
    requests: rng.round(expected),
    mix: last?.mix ?? reality.mix,
    billedRetryPercent: last?.billedRetryPercent ?? reality.billedRetryPercent,
  };
}

/** Such that a week has seven days' worth. */
function weekdayFactor(weekend: number, isOnWeekend: boolean): number {
  const weekday = 7 / (5 + 2 * weekend);
  return isOnWeekend ? weekday * weekend : weekday;
}

function plannedPerDay({ volume, growth }: PlannedDrivers, stageMonth: number, date: string): number {
  const days = { day: 1, week: 7, month: daysInMonth(monthOf(date)) }[volume.per];
  return (volume.requests / days) * growthFactor(growth, stageMonth);
}

function growthFactor(growth: PlannedDrivers["growth"], months: number): number {
  switch (growth.kind) {
    case "none":
      return 1;
    case "linear":
      return 1 + (growth.percentPerMonth / 100) * months;
    case "compound":
      return (1 + growth.percentPerMonth / 100) ** months;
  }
}
