import { nanoUsd } from "@/lib/money";
import { derive, type Derivation } from "./derivation";
import { deriveForecastLine, type ForecastToDerive } from "./derive-forecast";
import { ROUNDING } from "./rounding";

/** What a frozen version comes to: the sum of its months, as they were frozen. */
export function deriveVersion(
  version: ForecastToDerive["version"],
  months: readonly Omit<ForecastToDerive, "name" | "version">[],
): Derivation {
  return derive({
    title: `Version ${version.number}`,
    amountNanoUsd: nanoUsd(months.reduce((sum, month) => sum + month.totalNanoUsd, 0n)),
    formula: "The sum of the calendar months, as frozen with the version",
    rounding: ROUNDING.exactSum,
    steps: months.map((month) => deriveForecastLine({ ...month, name: version.name, version })),
  });
}
