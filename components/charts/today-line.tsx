import type { PlotFrame } from "./plot-frame";

const LABEL_WIDTH = 82;

/** Where the calendar stands, named at the top; the label turns to the side that has room. */
export function TodayLine({ frame, x, label }: { frame: PlotFrame; x: number; label: string }) {
  const isNearEnd = x + LABEL_WIDTH > frame.width;
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={frame.top - 16}
        y2={frame.height - frame.bottom}
        stroke="var(--ink)"
        strokeOpacity={0.7}
      />
      <text
        x={isNearEnd ? x - 6 : x + 6}
        y={frame.top - 8}
        textAnchor={isNearEnd ? "end" : "start"}
        fontSize={11}
        fontWeight={500}
        fill="var(--ink)"
      >
        {label}
      </text>
    </g>
  );
}
