import { describe, expect, it } from "vitest";
import { nanoUsd } from "@/lib/money";
import { findBudgetCrossing } from "./find-budget-crossing";

const days = [10n, 0n, 20n, 5n].map((amount, index) => ({
  date: `2026-11-0${index + 1}`,
  costNanoUsd: nanoUsd(amount),
}));

describe("findBudgetCrossing", () => {
  it("is the first day on which more than the budget is spent", () => {
    expect(findBudgetCrossing(days, 9n)).toBe("2026-11-01");
    expect(findBudgetCrossing(days, 10n)).toBe("2026-11-03");
    expect(findBudgetCrossing(days, 34n)).toBe("2026-11-04");
  });

  it("does not come where the budget is kept exactly", () => {
    expect(findBudgetCrossing(days, 35n)).toBeNull();
    expect(findBudgetCrossing([], 0n)).toBeNull();
  });
});
