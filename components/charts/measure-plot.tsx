"use client";

import { BarChart } from "recharts";
import { linePath } from "./line-path";
import { PlotAxes } from "./plot-axes";
import { type PlotFrame, dollarsY, periodX } from "./plot-frame";
import type { MeasurePlotData } from "./prepare/measure-plot";
import { stackPaths } from "./stack-paths";

/** Layers from the ground up, or lines beside one another, each one path; and a dashed line to compare them with. */
export function MeasurePlot({ frame, data }: { frame: PlotFrame; data: MeasurePlotData }) {
  const { axis, columns, periods, series, form } = data;
  return (
    <BarChart
      width={frame.width}
      height={frame.height}
      margin={{ top: frame.top, right: frame.right, bottom: frame.bottom, left: 0 }}
      data={columns.map(({ total }, position) => ({ position, total }))}
      accessibilityLayer={false}
    >
      <PlotAxes frame={frame} axis={axis} periods={periods} />
      {form === "bars"
        ? stackPaths(frame, axis.max, columns).map((path, index) => {
            const layer = series[index];
            return layer && <path key={layer.id} d={path} style={{ fill: layer.color }} />;
          })
        : series.map((line, index) => (
            <ValueLine
              key={line.id}
              frame={frame}
              max={axis.max}
              values={columns.map(({ points }) => points[index] ?? null)}
              color={line.color}
            />
          ))}
      <ValueLine
        frame={frame}
        max={axis.max}
        values={columns.map(({ comparison }) => comparison)}
        color="var(--muted)"
        isDashed
      />
    </BarChart>
  );
}

interface ValueLineProps {
  frame: PlotFrame;
  max: number;
  values: readonly (number | null)[];
  color: string;
  isDashed?: boolean;
}

function ValueLine({ frame, max, values, color, isDashed = false }: ValueLineProps) {
  const points = values.map((value, index) =>
    value === null ? null : { x: periodX(frame, index, values.length), y: dollarsY(frame, value, max) },
  );
  const path = linePath(points);
  if (path === "") return null;
  return (
    <g style={{ stroke: color, fill: color }}>
      <path d={path} fill="none" stroke="var(--surface)" strokeWidth={4} strokeOpacity={0.7} />
      <path
        d={path}
        fill="none"
        strokeWidth={isDashed ? 1.5 : 2}
        strokeLinejoin="round"
        {...(isDashed && { strokeDasharray: "5 3" })}
      />
      {points.map((point, index) =>
        // Between two gaps there is no line to be seen.
        point && !points[index - 1] && !points[index + 1] ? (
          <circle key={point.x} cx={point.x} cy={point.y} r={2} stroke="none" />
        ) : null,
      )}
    </g>
  );
}
