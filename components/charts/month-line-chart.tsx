"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useMemo } from "react";
import { ChartFrame } from "./chart-frame";
import type { LegendItem } from "./chart-legend";
import { periodX, plotFrame } from "./plot-frame";
import { PlotSkeleton } from "./plot-skeleton";
import { PlotSurface } from "./plot-surface";
import { PointMarks } from "./point-marks";
import { type MonthAmounts, type MonthLines, prepareMonthLines } from "./prepare/month-lines";
import { MEANING_COLORS } from "./prepare/series-colors";
import { SeriesSwatch } from "./series-swatch";
import { useElementWidth } from "./use-element-width";

const Plot = dynamic(() => import("./month-line-plot").then((module) => module.MonthLinePlot), {
  ssr: false,
  loading: PlotSkeleton,
});

interface MonthLineChartProps {
  title: string;
  description?: ReactNode;
  months: readonly MonthAmounts[];
  outlookNanoUsd: string | null;
  today: string;
  fileName: string;
  empty: ReactNode;
  height?: number;
  className?: string;
}

const SERIES: readonly LegendItem[] = [
  { id: "actual", name: "Actual", kind: "line", color: MEANING_COLORS.actual },
  { id: "outlook", name: "Outlook", kind: "dotted", color: MEANING_COLORS.outlook },
  { id: "forecast", name: "Forecast", kind: "dashed", color: MEANING_COLORS.forecast },
  { id: "budget", name: "Budget", kind: "thin", color: MEANING_COLORS.budget },
];

const SWATCHES = Object.fromEntries(
  SERIES.map((series) => [
    series.id,
    <SeriesSwatch key={series.id} kind={series.kind} color={series.color} />,
  ]),
);

/** Forecast against actual, month by month. */
export function MonthLineChart(props: MonthLineChartProps) {
  const {
    title,
    description,
    months,
    outlookNanoUsd,
    today,
    fileName,
    empty,
    height = 288,
    className,
  } = props;
  const lines = useMemo(
    () => prepareMonthLines(months, outlookNanoUsd, today),
    [months, outlookNanoUsd, today],
  );
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const frame = plotFrame(width, height, lines.axis);
  return (
    <ChartFrame
      title={title}
      description={description}
      legend={SERIES.filter((series) => isDrawn(lines, series.id))}
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
            label={`${title}: a line chart with ${lines.periods.length} months`}
            readings={lines.readings}
            startIndex={lines.openIndex ?? lines.periods.length - 1}
            swatches={SWATCHES}
            renderPoint={(index) => (
              <PointMarks
                frame={frame}
                x={periodX(frame, index, lines.periods.length)}
                max={lines.axis.max}
                marks={[
                  { color: MEANING_COLORS.forecast, dollars: lines.columns[index]?.forecast },
                  {
                    color: MEANING_COLORS.actual,
                    dollars: lines.columns[index]?.actual ?? lines.columns[index]?.soFar,
                  },
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

function isDrawn(lines: MonthLines, id: string): boolean {
  return lines.columns.some((column) => column[id as keyof typeof column] !== null);
}
