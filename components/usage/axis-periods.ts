import { type AxisPeriod, preparePeriods } from "@/components/charts/prepare/period-axis";
import { formatDate } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import type { SeriesInterval, SeriesPeriod } from "@/lib/usage";

export const PERIOD_WORDS: Readonly<Record<SeriesInterval, string>> = {
  day: "Day",
  week: "Week",
  month: "Month",
};

/** Periods as the axis and the tooltip name them. One that the span cuts says which days it is of. */
export function axisPeriods(periods: readonly SeriesPeriod[], interval: SeriesInterval): AxisPeriod[] {
  return preparePeriods(periods.map(({ key }) => key)).map((axis, index) => {
    const period = periods[index];
    if (period === undefined) return axis;
    const name = interval === "week" ? `Week of ${formatDate(period.key)}` : axis.longLabel;
    if (!period.isPartial) return { ...axis, longLabel: name };
    return {
      ...axis,
      label: `${axis.label}*`,
      longLabel: `${name}, only ${formatDateRange(period.from, period.to)}`,
    };
  });
}
