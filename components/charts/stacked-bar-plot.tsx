"use client";

import { BarChart } from "recharts";
import { linePath } from "./line-path";
import { PlotAxes } from "./plot-axes";
import { type PlotFrame, dollarsY, periodX } from "./plot-frame";
import type { StackedBars } from "./prepare/stacked-bars";
import { stackPaths } from "./stack-paths";

/** Layers from the ground up. Each is one path, so that a year of days or a moving slider costs no more than a month. */
export function StackedBarPlot({ frame, bars }: { frame: PlotFrame; bars: StackedBars }) {
  const { axis, columns, periods, series } = bars;
  return (
    <BarChart
      width={frame.width}
      height={frame.height}
      margin={{ top: frame.top, right: frame.right, bottom: frame.bottom, left: 0 }}
      data={columns.map((column, position) => ({ position, total: column.total }))}
      accessibilityLayer={false}
    >
      <PlotAxes frame={frame} axis={axis} periods={periods} />
      {stackPaths(frame, axis.max, columns).map((path, index) => {
        const layer = series[index];
        return layer && <path key={layer.id} d={path} style={{ fill: layer.color }} />;
      })}
      {bars.hasComparison && <Comparison frame={frame} bars={bars} />}
    </BarChart>
  );
}

function Comparison({ frame, bars }: { frame: PlotFrame; bars: StackedBars }) {
  const path = linePath(
    bars.columns.map(({ comparison }, index) =>
      comparison === null
        ? null
        : {
            x: periodX(frame, index, bars.columns.length),
            y: dollarsY(frame, comparison, bars.axis.max),
          },
    ),
  );
  return (
    <>
      <path d={path} fill="none" stroke="var(--surface)" strokeWidth={3.5} strokeOpacity={0.7} />
      <path d={path} fill="none" stroke="var(--muted)" strokeWidth={1.5} />
    </>
  );
}
