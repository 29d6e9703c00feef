import { divideHalfEven, nanoUsd, type NanoUsd } from "@/lib/money";
import { derive, type Derivation, type DerivationInput } from "./derivation";
import { ROUNDING } from "./rounding";

export interface Quotient<Question> {
  title: string;
  formula: string;
  /** What is divided, explained. */
  dividend: Derivation<Question>;
  /** What by, in so many parts of one. Zero: there is no quotient. */
  divisor: bigint;
  partsOfOne?: bigint;
  inputs: DerivationInput[];
  notes?: string[];
}

/** An amount for each of a count, such as the cost of one delivered image; null where there is none of them. */
export function deriveQuotient<Question = never>(input: Quotient<Question>): Derivation<Question> {
  const { dividend, divisor, partsOfOne = 1n, ...rest } = input;
  return derive<Question>({
    ...rest,
    amountNanoUsd: divide(dividend.amountNanoUsd, divisor, partsOfOne),
    rounding: ROUNDING.quotient,
    steps: [dividend],
    stepsMake: "values",
  });
}

function divide(amount: NanoUsd | null, divisor: bigint, partsOfOne: bigint): NanoUsd | null {
  if (amount === null || divisor === 0n) return null;
  return nanoUsd(divideHalfEven(amount * partsOfOne, divisor));
}
