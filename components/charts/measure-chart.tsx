"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useMemo } from "react";
import { ChartFrame } from "./chart-frame";
import type { LegendItem } from "./chart-legend";
import { periodX, plotFrame } from "./plot-frame";
import { PlotSkeleton } from "./plot-skeleton";
import { PlotSurface } from "./plot-surface";
import { type MeasurePlotInput, prepareMeasurePlot } from "./prepare/measure-plot";
import { SeriesSwatch } from "./series-swatch";
import { useElementWidth } from "./use-element-width";

const Plot = dynamic(() => import("./measure-plot").then((module) => module.MeasurePlot), {
  ssr: false,
  loading: PlotSkeleton,
});

export interface MeasureChartProps {
  title: string;
  description?: ReactNode;
  controls?: ReactNode;
  input: MeasurePlotInput;
  /** Of the CSV, without the ending. */
  fileName: string;
  /** What to show when there is nothing to draw. */
  empty: ReactNode;
  /** A click or the enter key on a period; `hint` says what it does. */
  onChoose: { hint: string; choose: (index: number) => void } | null;
}

const HEIGHT = 288;

/** One measure by period and series: as bars where it adds up, else as lines. */
export function MeasureChart({
  title,
  description,
  controls,
  input,
  fileName,
  empty,
  onChoose,
}: MeasureChartProps) {
  const data = useMemo(() => prepareMeasurePlot(input), [input]);
  const legend = useMemo(() => prepareLegend(input), [input]);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const frame = plotFrame(width, HEIGHT, data.axis);
  const count = data.periods.length;
  const swatches = Object.fromEntries(
    legend.map((item) => [item.id, <SeriesSwatch key={item.id} kind={item.kind} color={item.color} />]),
  );
  return (
    <ChartFrame
      title={title}
      description={description}
      controls={controls}
      legend={legend}
      table={data.table}
      fileName={fileName}
      height={HEIGHT}
      empty={data.isEmpty ? empty : null}
    >
      <div ref={ref} style={{ height: HEIGHT }} className="print:h-auto!">
        {width > 0 && (
          <PlotSurface
            frame={frame}
            label={`${title}: ${input.form === "bars" ? "a bar chart" : "a line chart"} with ${count} ${count === 1 ? "place" : "places"}`}
            readings={data.readings}
            startIndex={0}
            swatches={swatches}
            onChoose={onChoose}
            renderPoint={(index) => {
              const half = (frame.width - frame.left - frame.right) / Math.max(1, count) / 2;
              return (
                <rect
                  x={periodX(frame, index, count) - half}
                  y={frame.top}
                  width={half * 2}
                  height={frame.height - frame.top - frame.bottom}
                  fill="var(--ink)"
                  fillOpacity={0.06}
                />
              );
            }}
          >
            <Plot frame={frame} data={data} />
          </PlotSurface>
        )}
      </div>
    </ChartFrame>
  );
}

function prepareLegend({ form, series, comparison }: MeasurePlotInput): LegendItem[] {
  const kind = form === "bars" ? ("block" as const) : ("line" as const);
  return [
    ...series.map(({ id, name, color }) => ({ id, name, color, kind })),
    ...(comparison
      ? [{ id: "comparison", name: comparison.name, color: "var(--muted)", kind: "dashed" as const }]
      : []),
  ];
}
