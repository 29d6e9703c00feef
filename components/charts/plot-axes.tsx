import { CartesianGrid, XAxis, YAxis } from "recharts";
import { type PlotFrame, periodX } from "./plot-frame";
import { type AxisPeriod, prepareAxisGroups, prepareAxisLabels } from "./prepare/period-axis";
import type { ValueAxis } from "./prepare/value-axis";

interface PlotAxesProps {
  frame: PlotFrame;
  axis: ValueAxis;
  periods: readonly AxisPeriod[];
}

const LABEL = { fontSize: 11, fill: "var(--muted)" };

/** Money to the left, periods below with the year or month they belong to, and quiet lines across. */
export function PlotAxes({ frame, axis, periods }: PlotAxesProps) {
  const labels = new Map(axis.ticks.map((tick) => [tick.value, tick.label]));
  return (
    <>
      <XAxis hide type="number" dataKey="position" domain={[-0.5, periods.length - 0.5]} allowDataOverflow />
      <YAxis
        width={frame.left}
        domain={[0, axis.max]}
        ticks={axis.ticks.map((tick) => tick.value)}
        tickFormatter={(value: number) => labels.get(value) ?? ""}
        tick={LABEL}
        tickMargin={4}
        tickLine={false}
        axisLine={false}
        interval={0}
        allowDataOverflow
      />
      <CartesianGrid vertical={false} syncWithTicks stroke="var(--hair)" />
      <PeriodLabels frame={frame} periods={periods} />
    </>
  );
}

function PeriodLabels({ frame, periods }: { frame: PlotFrame; periods: readonly AxisPeriod[] }) {
  const count = periods.length;
  const step = (frame.width - frame.left - frame.right) / Math.max(1, count);
  const bottom = frame.height - frame.bottom;
  const labels = prepareAxisLabels(periods, step);
  return (
    <g textAnchor="middle" style={LABEL}>
      {labels.map(({ index, text }) => (
        <text key={index} x={periodX(frame, index, count)} y={bottom + 17}>
          {text}
        </text>
      ))}
      {prepareAxisGroups(periods, step).map(({ text, first, last }) => (
        <text
          key={first}
          x={periodX(frame, (first + last) / 2, count)}
          y={bottom + (labels.length > 0 ? 34 : 17)}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
