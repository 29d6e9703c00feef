import { formatUsdExact, nanoUsd, sumNanoUsd, type NanoUsd } from "@/lib/money";
import { findLogReach, findRecentPace, type LoggedDay, type Outlook } from "@/lib/outlook";
import { formatMonth, lastDay } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import { derive, type Derivation, type DerivationInput } from "./derivation";
import { countText } from "./number-words";
import { ROUNDING } from "./rounding";

export interface OutlookToDerive<Question> {
  month: string;
  today: string;
  dailyActuals: readonly LoggedDay[];
  outlook: Outlook;
  /** What asks for the calls of some days, and for the month's forecast. */
  askDays: (from: string, to: string) => Question;
  askForecast: Question;
}

const METHODS: Readonly<Record<Outlook["method"], string>> = {
  closed: "What was logged, as the month is over",
  run_rate: "What was logged on complete days + the recent pace for the other days",
  forecast: "What was logged on complete days + the forecast for the other days",
  none: "No amount: there is nothing to go by",
};

/** Where a month will end: what was logged, and what is expected of the days that are not complete yet. */
export function deriveOutlook<Question = never>(input: OutlookToDerive<Question>): Derivation<Question> {
  const { month, today, dailyActuals, outlook } = input;
  const { expectedNanoUsd, method, explanation, days } = outlook;
  const reach = findLogReach(dailyActuals, today);
  const isOver = method === "closed";
  const isLogged = (date: string) => isOver || (reach !== null && date <= reach.lastCompleteDate);
  const part = (isPart: (date: string) => boolean) => days.filter(({ date }) => isPart(date));
  const steps =
    expectedNanoUsd === null
      ? []
      : [
          loggedStep(part(isLogged), input),
          expectedStep(
            part((date) => !isLogged(date)),
            input,
          ),
        ].filter((step) => step !== null);
  return derive<Question>({
    title: `${isOver ? "Cost" : "Outlook"} of ${formatMonth(month)}`,
    amountNanoUsd: expectedNanoUsd,
    formula: METHODS[method],
    inputs: method === "run_rate" ? paceInputs(dailyActuals, today) : [],
    rounding: ROUNDING.exactSum,
    notes: [explanation],
    steps,
  });
}

type Days = Outlook["days"];

function loggedStep<Question>(days: Days, input: OutlookToDerive<Question>): Derivation<Question> | null {
  const [from, to] = [days[0]?.date, days.at(-1)?.date];
  if (from === undefined || to === undefined) return null;
  return derive<Question>({
    title: `Logged, ${formatDateRange(from, to)}`,
    amountNanoUsd: total(days),
    formula: "The sum of what each call cost",
    rounding: ROUNDING.sum,
    more: input.askDays(from, to),
  });
}

function expectedStep<Question>(days: Days, input: OutlookToDerive<Question>): Derivation<Question> | null {
  const [from] = [days[0]?.date];
  if (from === undefined) return null;
  const { outlook, dailyActuals, today, askForecast, month } = input;
  const isForecast = outlook.method === "forecast";
  const pace = findRecentPace(dailyActuals, findLogReach(dailyActuals, today), today);
  return derive<Question>({
    title: `Expected, ${formatDateRange(from, lastDay(month))}`,
    amountNanoUsd: total(days),
    formula:
      isForecast || pace === null
        ? "What of the forecast falls on these days"
        : `${formatUsdExact(pace.totalNanoUsd)} ÷ ${pace.days} days × ${days.length} days, or what today has cost already where that is more`,
    rounding: ROUNDING.days,
    more: isForecast || pace === null ? askForecast : input.askDays(pace.from, pace.to),
    notes: isForecast || pace === null ? [] : ["The pace is that of the calls behind this."],
  });
}

function paceInputs(dailyActuals: readonly LoggedDay[], today: string): DerivationInput[] {
  const pace = findRecentPace(dailyActuals, findLogReach(dailyActuals, today), today);
  if (pace === null) return [];
  return [
    {
      name: "Recent pace",
      value: formatUsdExact(pace.meanNanoUsd),
      unit: "a day",
      note: `${formatUsdExact(pace.totalNanoUsd)} in the ${countText(pace.days)} days ${formatDateRange(pace.from, pace.to)}`,
    },
  ];
}

function total(days: Days): NanoUsd {
  return days.length === 0 ? nanoUsd(0n) : sumNanoUsd(days.map(({ costNanoUsd }) => costNanoUsd));
}
