import { type PlotFrame, dollarsY, periodX } from "./plot-frame";

interface BudgetStepsProps {
  frame: PlotFrame;
  max: number;
  values: readonly (number | null)[];
}

/** A level for each period over its whole width, as a budget belongs to a month and not to its middle. */
export function BudgetSteps({ frame, max, values }: BudgetStepsProps) {
  let isDrawing = false;
  const path = values.map((value, index) => {
    if (value === null) {
      isDrawing = false;
      return "";
    }
    const y = dollarsY(frame, value, max);
    const from = periodX(frame, index - 0.5, values.length);
    const to = periodX(frame, index + 0.5, values.length);
    const start = `${isDrawing ? "L" : "M"}${from} ${y}`;
    isDrawing = true;
    return `${start}L${to} ${y}`;
  });
  return <path d={path.join("")} fill="none" stroke="var(--faint)" strokeWidth={1} />;
}
