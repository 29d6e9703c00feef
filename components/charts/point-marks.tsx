import { type PlotFrame, dollarsY } from "./plot-frame";

interface PointMarksProps {
  frame: PlotFrame;
  x: number;
  max: number;
  marks: readonly { color: string; dollars: number | null | undefined }[];
}

/** A line through the chosen point and a dot on each series that has a value there. */
export function PointMarks({ frame, x, max, marks }: PointMarksProps) {
  return (
    <>
      <line x1={x} x2={x} y1={frame.top} y2={frame.height - frame.bottom} stroke="var(--faint)" />
      {marks.map(
        ({ color, dollars }) =>
          typeof dollars === "number" && (
            <circle
              key={color}
              cx={x}
              cy={dollarsY(frame, dollars, max)}
              r={4}
              fill={color}
              stroke="var(--surface)"
              strokeWidth={2}
            />
          ),
      )}
    </>
  );
}
