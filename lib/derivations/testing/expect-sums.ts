import { expect } from "vitest";
import type { Derivation } from "../derivation";

/** Every additive step in a derivation leads to its amount exactly, at any depth, counted here by another way. */
export function expectExactSums<Question>(derivation: Derivation<Question>): void {
  const { steps, stepsMake, amountNanoUsd, title } = derivation;
  if (steps.length > 0 && stepsMake !== "values") {
    const [first = 0n, ...others] = steps.map((step) => step.amountNanoUsd ?? 0n);
    let left: bigint = amountNanoUsd ?? 0n;
    left -= first;
    for (const amount of others) left = stepsMake === "sum" ? left - amount : left + amount;
    expect(`${title}: ${left} left`).toBe(`${title}: 0 left`);
  }
  steps.forEach(expectExactSums);
}
