import type { Derivation } from "@/lib/derivations";
import { formatUsdExact, nanoUsd } from "@/lib/money";

/** One line of a month's calculation: what, by which formula with the numbers put in, and what it comes to. */
export interface MonthLine {
  label: string;
  formula: string;
  result: string;
  meaning: "count" | "baseline" | "rework" | "growth" | "total";
}

/** A month's derivation as the lines of one table: what was counted, every amount in the sum, and the total. */
export function flattenMonth(month: Derivation): MonthLine[] {
  return [
    ...month.inputs.map(({ name, value, note }): MonthLine => ({
      label: name,
      formula: note ?? "",
      result: value,
      meaning: "count",
    })),
    ...month.steps.flatMap((step) =>
      step.title === "Rework"
        ? step.steps.map((part) => line(part, "rework"))
        : [line(step, step.title === "Growth" ? "growth" : "baseline")],
    ),
    { ...line(month, "total"), label: "Total" },
  ];
}

function line({ title, formula, amountNanoUsd }: Derivation, meaning: MonthLine["meaning"]): MonthLine {
  return { label: title, formula, result: formatUsdExact(amountNanoUsd ?? nanoUsd(0n)), meaning };
}
