import { linePath } from "./line-path";
import { type PlotFrame, dollarsY, periodX } from "./plot-frame";

interface BudgetStepsProps {
  frame: PlotFrame;
  max: number;
  values: readonly (number | null)[];
}

/** A level for each period over its whole width, as a budget belongs to a month and not to its middle. */
export function BudgetSteps({ frame, max, values }: BudgetStepsProps) {
  const path = linePath(
    values.flatMap((value, index) => {
      if (value === null) return [null, null];
      const y = dollarsY(frame, value, max);
      return [
        { x: periodX(frame, index - 0.5, values.length), y },
        { x: periodX(frame, index + 0.5, values.length), y },
      ];
    }),
  );
  return <path d={path} fill="none" stroke="var(--faint)" strokeWidth={1} />;
}
