import { divideHalfEven, nanoUsd, type NanoUsd } from "@/lib/money";
import type { Scenario, ScenarioVersion } from "@/lib/contracts/scenarios";
import type { ScenarioDrivers } from "@/lib/scenarios";

/** What the draft is compared with. Its amounts are the server's; null where it has no price. */
export interface Reference {
  /** As in "than v3". */
  name: string;
  drivers: ScenarioDrivers;
  figures: {
    totalNanoUsd: NanoUsd;
    perDeliveredImageNanoUsd: NanoUsd | null;
    perAcceptedImageNanoUsd: NanoUsd | null;
    peakMonthNanoUsd: NanoUsd | null;
  } | null;
}

export function referenceOfSaved({
  projection,
  drivers,
}: Pick<Scenario, "projection" | "drivers">): Reference {
  const name = "saved";
  if (projection.status === "unpriced") return { name, drivers, figures: null };
  const { totalNanoUsd, perDeliveredImageNanoUsd, perAcceptedImageNanoUsd, months } = projection;
  return {
    name,
    drivers,
    figures: {
      totalNanoUsd: nanoUsd(BigInt(totalNanoUsd)),
      perDeliveredImageNanoUsd: amountOrNull(perDeliveredImageNanoUsd),
      perAcceptedImageNanoUsd: amountOrNull(perAcceptedImageNanoUsd),
      peakMonthNanoUsd: highest(months.map((month) => month.totalNanoUsd)),
    },
  };
}

export function referenceOfVersion(version: ScenarioVersion): Reference {
  const { number, drivers, months } = version;
  const totalNanoUsd = nanoUsd(BigInt(version.totalNanoUsd));
  const imagesMicro = months.reduce((sum, month) => sum + BigInt(month.imagesMicro), 0n);
  const accepted = BigInt(Math.round(drivers.acceptedPercent * 100));
  return {
    name: `v${number}`,
    drivers,
    figures: {
      totalNanoUsd,
      perDeliveredImageNanoUsd: costEach(totalNanoUsd * 1_000_000n, imagesMicro),
      perAcceptedImageNanoUsd: costEach(totalNanoUsd * 1_000_000n * 10_000n, imagesMicro * accepted),
      peakMonthNanoUsd: highest(months.map((month) => month.totalNanoUsd)),
    },
  };
}

function amountOrNull(digits: string | null): NanoUsd | null {
  return digits === null ? null : nanoUsd(BigInt(digits));
}

function costEach(amount: bigint, count: bigint): NanoUsd | null {
  return count === 0n ? null : nanoUsd(divideHalfEven(amount, count));
}

function highest(amounts: readonly string[]): NanoUsd | null {
  return amounts.reduce<NanoUsd | null>((most, digits) => {
    const amount = nanoUsd(BigInt(digits));
    return most === null || amount > most ? amount : most;
  }, null);
}
