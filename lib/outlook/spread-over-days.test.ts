import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUsd } from "@/lib/money";
import { spreadOverDays } from "./spread-over-days";

describe("spreadOverDays", () => {
  it("gives every day of the month the same", () => {
    const days = spreadOverDays({ month: "2026-11", amountNanoUsd: parseUsd("3300") });
    expect(days).toHaveLength(30);
    expect(days[0]).toEqual({ date: "2026-11-01", costNanoUsd: parseUsd("110") });
    expect(days[29]).toEqual({ date: "2026-11-30", costNanoUsd: parseUsd("110") });
  });

  it("keeps the nano-dollars that do not divide, one each to the first days", () => {
    const days = spreadOverDays({ month: "2027-02", amountNanoUsd: 58n });
    expect(days.map(({ costNanoUsd }) => costNanoUsd)).toEqual([
      ...Array<bigint>(2).fill(3n),
      ...Array<bigint>(26).fill(2n),
    ]);
  });

  it("leaves the days before and after a stage empty", () => {
    const days = spreadOverDays({
      month: "2026-11",
      amountNanoUsd: 30n,
      from: "2026-11-21",
      to: "2027-02-20",
    });
    expect(days[19]).toEqual({ date: "2026-11-20", costNanoUsd: 0n });
    expect(days[20]).toEqual({ date: "2026-11-21", costNanoUsd: 3n });
    expect(days.slice(0, 20).every(({ costNanoUsd }) => costNanoUsd === 0n)).toBe(true);
  });

  it("uses the whole month where the stage has no day in it", () => {
    const days = spreadOverDays({ month: "2026-11", amountNanoUsd: 60n, from: "2027-01-01" });
    expect(days.every(({ costNanoUsd }) => costNanoUsd === 2n)).toBe(true);
  });

  it("always sums to the amount, in days that differ by a nano-dollar at most", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 16n }),
        fc.integer({ min: 1, max: 12 }),
        (amountNanoUsd, number) => {
          const month = `2028-${String(number).padStart(2, "0")}`;
          const amounts = spreadOverDays({ month, amountNanoUsd }).map(({ costNanoUsd }) => costNanoUsd);
          expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(amountNanoUsd);
          const sorted = amounts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
          expect((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n) <= 1n).toBe(true);
        },
      ),
    );
  });
});
