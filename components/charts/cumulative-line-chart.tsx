"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useMemo } from "react";
import { ChartFrame } from "./chart-frame";
import type { LegendItem } from "./chart-legend";
import { periodX, plotFrame } from "./plot-frame";
import { PlotSkeleton } from "./plot-skeleton";
import { PlotSurface } from "./plot-surface";
import { PointMarks } from "./point-marks";
import { type DayAmounts, prepareCumulativeLines } from "./prepare/cumulative-lines";
import { MEANING_COLORS } from "./prepare/series-colors";
import { SeriesSwatch } from "./series-swatch";
import { useElementWidth } from "./use-element-width";

const Plot = dynamic(() => import("./cumulative-line-plot").then((module) => module.CumulativeLinePlot), {
  ssr: false,
  loading: PlotSkeleton,
});

interface CumulativeLineChartProps {
  title: string;
  description?: ReactNode;
  days: readonly DayAmounts[];
  budgetNanoUsd: string | null;
  /** Only while the month is open. */
  today: string | null;
  fileName: string;
  empty: ReactNode;
  height?: number;
  className?: string;
}

const ACTUAL: LegendItem = { id: "actual", name: "Actual", kind: "line", color: MEANING_COLORS.actual };
const FORECAST: LegendItem = {
  id: "forecast",
  name: "Forecast",
  kind: "dashed",
  color: MEANING_COLORS.forecast,
};

const SWATCHES = {
  actual: <SeriesSwatch kind="line" color={MEANING_COLORS.actual} />,
  forecast: <SeriesSwatch kind="dashed" color={MEANING_COLORS.forecast} />,
};

/** A month's cost as it adds up, beside its forecast. */
export function CumulativeLineChart(props: CumulativeLineChartProps) {
  const { title, description, days, budgetNanoUsd, today, fileName, empty, height = 264, className } = props;
  const lines = useMemo(
    () => prepareCumulativeLines(days, budgetNanoUsd, today),
    [days, budgetNanoUsd, today],
  );
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const frame = plotFrame(width, height, lines.axis);
  const hasActual = lines.columns.some((column) => column.actual !== null);
  const hasForecast = lines.columns.some((column) => column.forecast !== null);
  return (
    <ChartFrame
      title={title}
      description={description}
      legend={[...(hasActual ? [ACTUAL] : []), ...(hasForecast ? [FORECAST] : [])]}
      table={lines.table}
      fileName={fileName}
      height={height}
      empty={lines.isEmpty ? empty : null}
      className={className}
    >
      <div ref={ref} style={{ height }} className="print:h-auto!">
        {width > 0 && (
          <PlotSurface
            frame={frame}
            label={`${title}: a line chart with ${days.length} days`}
            readings={lines.readings}
            startIndex={lines.todayIndex ?? days.length - 1}
            swatches={SWATCHES}
            renderPoint={(index) => (
              <PointMarks
                frame={frame}
                x={periodX(frame, index, days.length)}
                max={lines.axis.max}
                marks={[
                  { color: MEANING_COLORS.forecast, dollars: lines.columns[index]?.forecast },
                  { color: MEANING_COLORS.actual, dollars: lines.columns[index]?.actual },
                ]}
              />
            )}
          >
            <Plot frame={frame} lines={lines} />
          </PlotSurface>
        )}
      </div>
    </ChartFrame>
  );
}
