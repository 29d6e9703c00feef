import { formatInstant } from "@/components/layout/format-instant";
import type { ScenarioVersion } from "@/lib/contracts/scenarios";
import { deriveVersion, type Derivation } from "@/lib/derivations";

/** How a frozen version came to its total, from the drivers and prices that were frozen with it. */
export function explainVersion(version: ScenarioVersion, timeZone: string): Derivation {
  const { number, name, createdAt, engineVersion, drivers, rateCards } = version;
  const committedOn = formatInstant(createdAt, timeZone);
  return deriveVersion(
    { number, name, committedOn, engineVersion, drivers, rateCards },
    version.months.map((month) => ({
      month: month.month,
      requestsMicro: BigInt(month.requestsMicro),
      imagesMicro: BigInt(month.imagesMicro),
      baselineNanoUsd: BigInt(month.baselineNanoUsd),
      reworkNanoUsd: BigInt(month.reworkNanoUsd),
      growthNanoUsd: BigInt(month.growthNanoUsd),
      totalNanoUsd: BigInt(month.totalNanoUsd),
    })),
  );
}
