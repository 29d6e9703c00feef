import "server-only";
import type { DerivationAnswer } from "@/lib/contracts/explanations";
import type { Explained } from "./explaining";

/** Amounts as strings, because JSON has no integers of their size. */
export function presentDerivation({ amountNanoUsd, bounds, steps, ...rest }: Explained): DerivationAnswer {
  return {
    ...rest,
    amountNanoUsd: toText(amountNanoUsd),
    bounds: bounds && { lowNanoUsd: toText(bounds.lowNanoUsd), highNanoUsd: toText(bounds.highNanoUsd) },
    steps: steps.map(presentDerivation),
  };
}

function toText(amount: bigint | null): string | null {
  return amount === null ? null : String(amount);
}
