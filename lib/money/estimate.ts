import { formatUsd } from "./format";
import { divideHalfEven } from "./round";
import { type NanoUsd, nanoUsd } from "./usd";

const NANO_PER_USD = 1_000_000_000n;
const CENTS_MATTER_BELOW = 100n * NANO_PER_USD;

/** An expected amount: whole dollars, as cents would feign precision, but cents below a hundred: $4,655, $3.20. */
export function formatUsdEstimate(amount: NanoUsd): string {
  const size = amount < 0n ? -amount : amount;
  if (size < CENTS_MATTER_BELOW) return formatUsd(amount);
  return formatUsd(nanoUsd(divideHalfEven(amount, NANO_PER_USD) * NANO_PER_USD)).slice(0, -3);
}
