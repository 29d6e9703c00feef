import { allocate, divideHalfEven, formatUsd, nanoUsd, sumNanoUsd, type NanoUsd } from "@/lib/money";
import { addDays, dateRange, firstDay, formatDate, formatMonth, lastDay, monthOf } from "@/lib/time";
import { countUnpriced, isUnknown, type DayAmount, type LoggedDay } from "./day-amount";
import { findLogReach, findRecentPace, type LogReach, type Pace } from "./recent-pace";

interface OutlookInput {
  /** YYYY-MM. */
  month: string;
  /** YYYY-MM-DD in the workspace's time zone. */
  today: string;
  /** Days with calls: those of the month, and those of some weeks before today to take the pace from. */
  dailyActuals: readonly LoggedDay[];
  /** The month's forecast on its days; null where nothing was forecast. */
  dailyForecast: readonly DayAmount[] | null;
}

export interface Outlook {
  /** Null where neither a pace nor a forecast says anything. */
  expectedNanoUsd: NanoUsd | null;
  method: "closed" | "run_rate" | "forecast" | "none";
  /** A sentence with the numbers that lead to the amount. */
  explanation: string;
  /** The logged and the expected days of the month in order; they sum to the amount where there is one. */
  days: DayAmount[];
}

/**
 * What a month will have cost when it ends. A month that is over: what was logged. The open month: what was logged on
 * complete days, and for the others the recent pace, or their share of the forecast where the log is too young or too
 * old to show one. Today counts as what it has cost so far where that is already more. A month to come: its forecast.
 * Calls without a price are in no amount; where nothing else was logged there is no amount, rather than one of zero.
 */
export function projectMonthEnd(input: OutlookInput): Outlook {
  const { month, today, dailyForecast } = input;
  const logged = input.dailyActuals
    .filter(({ date }) => monthOf(date) === month && date <= today)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));

  if (month < monthOf(today)) return closedMonth(month, logged);
  if (month > monthOf(today)) return monthToCome(month, dailyForecast);

  const reach = findLogReach(input.dailyActuals, today);
  const pace = findRecentPace(input.dailyActuals, reach, today);
  const complete = logged.filter(({ date }) => reach !== null && date <= reach.lastCompleteDate);
  const openDates = dateRange(firstOpenDate(month, reach), lastDay(month));

  if (pace !== null) {
    const days = withToday([...complete, ...atPace(openDates, pace)], logged, today);
    return {
      expectedNanoUsd: total(days),
      method: "run_rate",
      explanation: `${sayLogged(complete, openDates)}${sayPace(openDates, pace)}${sayToday(days, logged, today)}${sayUnpriced(logged)}`,
      days,
    };
  }
  if (dailyForecast !== null) {
    const planned = dailyForecast.filter(({ date }) => openDates.includes(date));
    const days = withToday([...complete, ...planned], logged, today);
    return {
      expectedNanoUsd: total(days),
      method: "forecast",
      explanation: `${sayLogged(complete, openDates)}${formatUsd(total(planned))} of the forecast for ${sayDays(openDates)}: the log has no recent full week to take a pace from.${sayToday(days, logged, today)}${sayUnpriced(logged)}`,
      days,
    };
  }
  return {
    expectedNanoUsd: null,
    method: "none",
    explanation: `There is no forecast, and the log has no recent full week to take a pace from.${sayUnpriced(logged)}`,
    days: logged,
  };
}

function closedMonth(month: string, logged: LoggedDay[]): Outlook {
  if (logged.length === 0) {
    return {
      expectedNanoUsd: null,
      method: "none",
      explanation: `No call was logged in ${formatMonth(month)}.`,
      days: [],
    };
  }
  if (isUnknown(logged)) {
    return {
      expectedNanoUsd: null,
      method: "none",
      explanation: `${formatMonth(month)} is over, and what it cost is not known.${sayUnpriced(logged)}`,
      days: [],
    };
  }
  const expectedNanoUsd = total(logged);
  return {
    expectedNanoUsd,
    method: "closed",
    explanation: `${formatMonth(month)} is over: ${formatUsd(expectedNanoUsd)} was logged.${sayUnpriced(logged)}`,
    days: logged,
  };
}

function monthToCome(month: string, dailyForecast: readonly DayAmount[] | null): Outlook {
  if (dailyForecast === null) {
    return {
      expectedNanoUsd: null,
      method: "none",
      explanation: `Nothing is forecast for ${formatMonth(month)}.`,
      days: [],
    };
  }
  const expectedNanoUsd = total(dailyForecast);
  return {
    expectedNanoUsd,
    method: "forecast",
    explanation: `${formatMonth(month)} has not begun: ${formatUsd(expectedNanoUsd)} is its forecast.`,
    days: [...dailyForecast],
  };
}

function total(days: readonly DayAmount[]): NanoUsd {
  return sumNanoUsd(days.map(({ costNanoUsd }) => costNanoUsd));
}

function firstOpenDate(month: string, reach: LogReach | null): string {
  if (reach === null || reach.lastCompleteDate < firstDay(month)) return firstDay(month);
  return addDays(reach.lastCompleteDate, 1);
}

/** The pace on so many days, rounded once as a whole, so that thirty roundings cannot add up. */
function atPace(dates: readonly string[], pace: Pace): DayAmount[] {
  const amount = divideHalfEven(pace.totalNanoUsd * BigInt(dates.length), BigInt(pace.days));
  const amounts = allocate(
    amount,
    dates.map(() => 1n),
  );
  return dates.map((date, index) => ({ date, costNanoUsd: nanoUsd(amounts[index] ?? 0n) }));
}

function withToday(days: readonly DayAmount[], logged: readonly DayAmount[], today: string): DayAmount[] {
  const soFar = logged.find(({ date }) => date === today)?.costNanoUsd;
  return days.map((day) =>
    day.date === today && soFar !== undefined && soFar > day.costNanoUsd
      ? { date: today, costNanoUsd: soFar }
      : day,
  );
}

function sayLogged(complete: readonly DayAmount[], openDates: readonly string[]): string {
  const next = openDates[0] ?? "";
  if (next === firstDay(monthOf(next))) return "";
  return `${formatUsd(total(complete))} logged to ${formatDate(addDays(next, -1))}, then `;
}

function sayDays(dates: readonly string[]): string {
  const count = dates.length === 1 ? "the one day" : `the ${dates.length} days`;
  return `${count} to ${formatDate(dates.at(-1) ?? "")}`;
}

function sayPace(dates: readonly string[], pace: Pace): string {
  const mean = formatUsd(pace.meanNanoUsd);
  return `${mean} a day for ${sayDays(dates)}: the mean of the ${pace.days} days from ${formatDate(pace.from)} to ${formatDate(pace.to)}.`;
}

function sayToday(days: readonly DayAmount[], logged: readonly DayAmount[], today: string): string {
  const soFar = logged.find(({ date }) => date === today)?.costNanoUsd ?? 0n;
  const counted = days.find(({ date }) => date === today)?.costNanoUsd;
  return soFar > 0n && counted === soFar
    ? ` Today has already cost ${formatUsd(nanoUsd(soFar))}, which counts instead.`
    : "";
}

function sayUnpriced(logged: readonly LoggedDay[]): string {
  const count = countUnpriced(logged);
  if (count === 0) return "";
  const calls = count === 1 ? "1 call of the month has" : `${count} calls of the month have`;
  return ` ${calls} no price and ${count === 1 ? "is" : "are"} not counted.`;
}
