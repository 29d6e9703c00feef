import { nanoUsd } from "@/lib/money";
import { derive, type Derivation } from "./derivation";
import { ROUNDING } from "./rounding";

/**
 * One amount less another: actual minus forecast, or a budget minus what was spent. Calls without a price are in
 * neither, so that where nothing else was logged it is counted from nothing, as the screens do.
 */
export function deriveDifference<Question = never>(input: {
  title: string;
  formula: string;
  of: Derivation<Question>;
  less: Derivation<Question>;
  notes?: string[];
}): Derivation<Question> {
  const { title, formula, of, less, notes = [] } = input;
  return derive<Question>({
    title,
    formula,
    notes,
    amountNanoUsd: nanoUsd((of.amountNanoUsd ?? 0n) - (less.amountNanoUsd ?? 0n)),
    rounding: ROUNDING.difference,
    steps: [of, less],
    stepsMake: "difference",
  });
}
