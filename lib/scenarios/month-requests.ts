import { divideHalfEven } from "@/lib/money";
import type { Growth, ScenarioDrivers } from "./drivers";
import { hundredths } from "./hundredths";
import type { StageMonth } from "./stage-months";

/** Customer requests of one month, in millionths of a request, because a part of a month gives a part of one. */
export interface MonthRequests {
  /** What the first month's daily level would give. */
  baseMicro: bigint;
  requestsMicro: bigint;
}

interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

const MICRO_PER_HUNDREDTH = 10_000n;
const WHOLE = 10_000n;

/** Growth counts calendar months from the stage's first one, which stands at its base whether whole or in part. */
export function requestsOfMonth(
  drivers: ScenarioDrivers,
  stageMonth: StageMonth,
  monthIndex: number,
): MonthRequests {
  const { volume, growth } = drivers;
  const days = BigInt(stageMonth.daysInside);
  const numerator = hundredths(volume.requests) * days * MICRO_PER_HUNDREDTH;
  const denominator = daysPerVolume(volume.per, stageMonth);
  const factor = growthFactor(growth, monthIndex);

  return {
    baseMicro: divideHalfEven(numerator, denominator),
    requestsMicro: divideHalfEven(numerator * factor.numerator, denominator * factor.denominator),
  };
}

function daysPerVolume(per: ScenarioDrivers["volume"]["per"], stageMonth: StageMonth): bigint {
  switch (per) {
    case "day":
      return 1n;
    case "week":
      return 7n;
    case "month":
      return BigInt(stageMonth.daysInMonth);
  }
}

/** Exact, so that a long compound growth carries no error of its own. Linear decline stops at nothing. */
function growthFactor(growth: Growth, monthIndex: number): Fraction {
  switch (growth.kind) {
    case "none":
      return { numerator: 1n, denominator: 1n };
    case "linear": {
      const level = WHOLE + hundredths(growth.percentPerMonth) * BigInt(monthIndex);
      return { numerator: level > 0n ? level : 0n, denominator: WHOLE };
    }
    case "compound": {
      const months = BigInt(monthIndex);
      return {
        numerator: (WHOLE + hundredths(growth.percentPerMonth)) ** months,
        denominator: WHOLE ** months,
      };
    }
  }
}
