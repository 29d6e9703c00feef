import fc from "fast-check";
import { expect, test } from "vitest";
import { addMeasureSums, isAdditive, measureNano, MEASURES, type MeasureSums, NO_CALLS } from "./measures";
import { seriesValues } from "./series-values";

const sums = (rest: Partial<MeasureSums>): MeasureSums => ({ ...NO_CALLS, ...rest });
const periods = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"];

test("each measure of some calls, by hand", () => {
  const some = sums({
    calls: 8,
    failedCalls: 1,
    imagesDelivered: 9,
    imagesPriced: 3,
    unpricedCalls: 2,
    costNanoUsd: "10",
    paidLossNanoUsd: "4",
  });
  expect(MEASURES.map((measure) => [measure, measureNano(measure, some)])).toEqual([
    ["cost", 10n],
    ["images", 9_000_000_000n],
    ["calls", 8_000_000_000n],
    ["costPerImage", 3n],
    // One of eight.
    ["errorRate", 125_000_000n],
    ["paidLosses", 4n],
  ]);
});

test("what is not known is not zero", () => {
  const unpriced = sums({ calls: 2, unpricedCalls: 2, imagesDelivered: 2 });
  expect(MEASURES.map((measure) => measureNano(measure, unpriced))).toEqual([
    null,
    2_000_000_000n,
    2_000_000_000n,
    null,
    0n,
    null,
  ]);
  expect(measureNano("errorRate", NO_CALLS)).toBeNull();
});

test("a period without calls is a gap, and keeps a running sum where it stood", () => {
  const points = [
    { period: "2026-11-02", ...sums({ calls: 1, costNanoUsd: "5" }) },
    { period: "2026-11-04", ...sums({ calls: 1, costNanoUsd: "7" }) },
  ];
  const ask = { periods, measure: "cost" } as const;
  expect(seriesValues(points, { ...ask, isCumulative: false })).toEqual([null, 5n, null, 7n]);
  expect(seriesValues(points, { ...ask, isCumulative: true })).toEqual([null, 5n, 5n, 12n]);
});

test("a running ratio is that of the running sums", () => {
  const points = [
    { period: "2026-11-01", ...sums({ calls: 1, failedCalls: 1 }) },
    { period: "2026-11-02", ...sums({ calls: 3, failedCalls: 0 }) },
  ];
  expect(seriesValues(points, { periods, measure: "errorRate", isCumulative: true })).toEqual([
    1_000_000_000n,
    250_000_000n,
    250_000_000n,
    250_000_000n,
  ]);
});

const anySums = fc
  .record({
    calls: fc.nat(50),
    failedCalls: fc.nat(50),
    imagesDelivered: fc.nat(90),
    imagesPriced: fc.nat(90),
    costNanoUsd: fc.bigInt({ min: 0n, max: 10n ** 24n }).map(String),
    paidLossNanoUsd: fc.bigInt({ min: 0n, max: 10n ** 24n }).map(String),
  })
  .map((each) => sums({ ...each, calls: each.calls + 1 }));

test("what adds up does so to the last digit, whatever the parts, and ends where a running sum ends", () => {
  fc.assert(
    fc.property(fc.array(anySums, { minLength: 1, maxLength: 4 }), (parts) => {
      const points = parts.map((each, index) => ({ period: periods[index] ?? "", ...each }));
      const total = parts.reduce(addMeasureSums);
      for (const measure of MEASURES) {
        const ask = { periods: points.map(({ period }) => period), measure };
        expect(seriesValues(points, { ...ask, isCumulative: true }).at(-1)).toBe(measureNano(measure, total));
        if (!isAdditive(measure)) continue;
        const values = seriesValues(points, { ...ask, isCumulative: false });
        expect(values.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n)).toBe(
          measureNano(measure, total),
        );
      }
    }),
  );
});
