"use client";

import { Line, LineChart } from "recharts";
import { PlotAxes } from "./plot-axes";
import { type PlotFrame, dollarsY, periodX } from "./plot-frame";
import type { CumulativeLines } from "./prepare/cumulative-lines";
import { TodayLine } from "./today-line";

/** How a month's cost added up: solid actual, dashed forecast, a thin line for the budget. */
export function CumulativeLinePlot({ frame, lines }: { frame: PlotFrame; lines: CumulativeLines }) {
  const { columns, periods, axis, budget, todayIndex } = lines;
  return (
    <LineChart
      width={frame.width}
      height={frame.height}
      margin={{ top: frame.top, right: frame.right, bottom: frame.bottom, left: 0 }}
      data={columns.map((column, position) => ({ position, ...column }))}
      accessibilityLayer={false}
    >
      <PlotAxes frame={frame} axis={axis} periods={periods} />
      {budget && (
        <BudgetLine frame={frame} y={dollarsY(frame, budget.dollars, axis.max)} text={budget.text} />
      )}
      <Line
        dataKey="forecast"
        stroke="var(--accent)"
        strokeWidth={1.75}
        strokeDasharray="5 3"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="actual"
        stroke="var(--ink)"
        strokeWidth={2.25}
        strokeLinejoin="round"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      {todayIndex !== null && (
        <TodayLine frame={frame} x={periodX(frame, todayIndex, periods.length)} label="Today" />
      )}
    </LineChart>
  );
}

function BudgetLine({ frame, y, text }: { frame: PlotFrame; y: number; text: string }) {
  return (
    <g>
      <line x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} stroke="var(--faint)" />
      <text x={frame.left + 6} y={y - 5} fontSize={11} fill="var(--muted)">
        Budget {text}
      </text>
    </g>
  );
}
