"use client";

import { useId } from "react";
import { Line, LineChart } from "recharts";
import { BudgetSteps } from "./budget-steps";
import { PlotAxes } from "./plot-axes";
import { type PlotFrame, dollarsY, periodX } from "./plot-frame";
import type { MonthLines } from "./prepare/month-lines";
import { TodayLine } from "./today-line";

const DOT = {
  r: 3.25,
  strokeWidth: 2,
  fill: "var(--surface)",
  stroke: "var(--ink)",
  strokeDasharray: "none",
};

/** Solid actual, dashed forecast, dotted outlook, thin steps of budget. */
export function MonthLinePlot({ frame, lines }: { frame: PlotFrame; lines: MonthLines }) {
  const { columns, periods, axis, openIndex } = lines;
  const hatchId = useId();
  const half = (frame.width - frame.left - frame.right) / Math.max(1, periods.length) / 2;
  return (
    <LineChart
      width={frame.width}
      height={frame.height}
      margin={{ top: frame.top, right: frame.right, bottom: frame.bottom, left: 0 }}
      data={columns.map((column, position) => ({ position, ...column }))}
      accessibilityLayer={false}
    >
      <defs>
        <pattern
          id={hatchId}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" x2="0" y1="0" y2="6" stroke="var(--faint)" strokeOpacity="0.45" />
        </pattern>
      </defs>
      <PlotAxes frame={frame} axis={axis} periods={periods} />
      {openIndex !== null && (
        <rect
          x={periodX(frame, openIndex, periods.length) - half}
          y={frame.top}
          width={half * 2}
          height={frame.height - frame.top - frame.bottom}
          fill={`url(#${hatchId})`}
        />
      )}
      <BudgetSteps frame={frame} max={axis.max} values={columns.map((column) => column.budget)} />
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
        dataKey="outlook"
        stroke="var(--ink)"
        strokeWidth={2}
        strokeDasharray="0.1 4.5"
        strokeLinecap="round"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="actual"
        stroke="var(--ink)"
        strokeWidth={2.25}
        strokeLinejoin="round"
        dot={DOT}
        activeDot={false}
        isAnimationActive={false}
      />
      {lines.today && (
        <TodayLine
          frame={frame}
          x={periodX(frame, lines.today.position, periods.length)}
          label={lines.today.label}
        />
      )}
      <SoFarDot frame={frame} lines={lines} />
      <OutlookDot frame={frame} lines={lines} />
    </LineChart>
  );
}

function SoFarDot({ frame, lines }: { frame: PlotFrame; lines: MonthLines }) {
  const soFar = lines.openIndex === null ? null : lines.columns[lines.openIndex]?.soFar;
  if (lines.openIndex === null || soFar === null || soFar === undefined) return null;
  return (
    <circle
      cx={periodX(frame, lines.openIndex, lines.periods.length)}
      cy={dollarsY(frame, soFar, lines.axis.max)}
      r={3.25}
      fill="var(--surface)"
      stroke="var(--muted)"
      strokeWidth={1.5}
    />
  );
}

function OutlookDot({ frame, lines }: { frame: PlotFrame; lines: MonthLines }) {
  const outlook = lines.openIndex === null ? null : lines.columns[lines.openIndex]?.outlook;
  if (lines.openIndex === null || outlook === null || outlook === undefined) return null;
  const x = periodX(frame, lines.openIndex, lines.periods.length);
  const y = dollarsY(frame, outlook, lines.axis.max);
  // On the far side of the line that marks today.
  const isTodayRight = lines.today === null || lines.today.position >= lines.openIndex;
  return (
    <g>
      <circle cx={x} cy={y} r={4} fill="var(--ink)" />
      <text
        x={isTodayRight ? x + 3 : x - 3}
        y={y - 9}
        textAnchor={isTodayRight ? "end" : "start"}
        fontSize={11}
        fontWeight={600}
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {lines.outlookLabel}
      </text>
    </g>
  );
}
