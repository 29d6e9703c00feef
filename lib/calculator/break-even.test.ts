import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nanoUsd, parseUsd } from "@/lib/money";
import { breakEvens } from "./break-even";
import { monthCost, type MonthlyTerms } from "./month-cost";

function terms(perRequest: string, fee = "0", minimum = "0"): MonthlyTerms {
  return {
    perRequestNanoUsd: parseUsd(perRequest),
    monthlyFeeNanoUsd: parseUsd(fee),
    monthlyMinimumNanoUsd: parseUsd(minimum),
  };
}

describe("monthCost", () => {
  test.each([
    [terms("0.21085"), 1000n, "210.85"],
    [terms("0.10", "50"), 1000n, "150"],
    [terms("0.10", "50", "200"), 1000n, "250"],
    [terms("0.10", "0", "20"), 1000n, "100"],
    [terms("0.10", "5", "20"), 0n, "25"],
  ])("%o for %s requests", (way, requests, usd) => {
    expect(monthCost(way, requests)).toBe(parseUsd(usd));
  });
});

describe("breakEvens", () => {
  test("prices per request alone have none", () => {
    expect(breakEvens(terms("0.2"), terms("0.1"))).toEqual([{ fromRequests: 1n, cheaper: "b" }]);
    expect(breakEvens(terms("0.2"), terms("0.2"))).toEqual([{ fromRequests: 1n, cheaper: "neither" }]);
  });

  test("a fee is earned back by a lower price", () => {
    // $100 at 10 cents less a request: a thousand requests cost the same.
    expect(breakEvens(terms("0.2"), terms("0.1", "100"))).toEqual([
      { fromRequests: 1n, cheaper: "a" },
      { fromRequests: 1000n, cheaper: "neither" },
      { fromRequests: 1001n, cheaper: "b" },
    ]);
    // $1 at 3 cents less: the 34th request is the first that is worth it.
    expect(breakEvens(terms("0.08"), terms("0.05", "1"))).toEqual([
      { fromRequests: 1n, cheaper: "a" },
      { fromRequests: 34n, cheaper: "b" },
    ]);
  });

  test("a fee with a higher price is never earned back", () => {
    expect(breakEvens(terms("0.2"), terms("0.3", "100"))).toEqual([{ fromRequests: 1n, cheaper: "a" }]);
  });

  test("the answer may change twice", () => {
    // b: $50 and 90 cents each; a: $1 each, at least $100.
    const points = breakEvens(terms("1", "0", "100"), terms("0.9", "50"));
    expect(points.map(({ cheaper }) => cheaper)).toEqual(["b", "a", "neither", "b"]);
    expect(points.map(({ fromRequests }) => fromRequests)).toEqual([1n, 56n, 500n, 501n]);
  });

  test("is what trying every volume finds", () => {
    const cents = fc.bigInt({ min: 0n, max: 30n }).map(nanoUsd);
    const sums = fc.bigInt({ min: 0n, max: 300n }).map(nanoUsd);
    const ways = fc.record({
      perRequestNanoUsd: cents,
      monthlyFeeNanoUsd: sums,
      monthlyMinimumNanoUsd: sums,
    });
    fc.assert(
      fc.property(ways, ways, (a, b) => {
        const tried: { fromRequests: bigint; cheaper: string }[] = [];
        for (let requests = 1n; requests <= 1300n; requests++) {
          const used = (way: MonthlyTerms) => {
            const use = way.perRequestNanoUsd * requests;
            return (
              way.monthlyFeeNanoUsd + (use < way.monthlyMinimumNanoUsd ? way.monthlyMinimumNanoUsd : use)
            );
          };
          const cheaper = used(a) < used(b) ? "a" : used(a) > used(b) ? "b" : "neither";
          if (tried.at(-1)?.cheaper !== cheaper) tried.push({ fromRequests: requests, cheaper });
        }
        expect(breakEvens(a, b)).toEqual(tried);
      }),
      { numRuns: 300 },
    );
  });
});
