import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUsd } from "@/lib/money";
import { compareWithForecast } from "./compare-with-forecast";

const compare = (actual: string, forecast: string | null) =>
  compareWithForecast({
    actualNanoUsd: parseUsd(actual),
    forecastNanoUsd: forecast === null ? null : parseUsd(forecast),
  });

describe("compareWithForecast", () => {
  it("says how much, what share and which way", () => {
    // 120.06 / 3300 = 3.638…%
    expect(compare("3420.06", "3300")).toEqual({
      varianceNanoUsd: 120_060_000_000n,
      varianceBasisPoints: 364,
      direction: "over",
    });
    // −2.08 / 321 = −0.647…%
    expect(compare("318.92", "321")).toEqual({
      varianceNanoUsd: -2_080_000_000n,
      varianceBasisPoints: -65,
      direction: "under",
    });
    expect(compare("12.5", "12.5")).toEqual({ varianceNanoUsd: 0n, varianceBasisPoints: 0, direction: "on" });
  });

  it("rounds a tie to the even basis point, over and under alike", () => {
    expect(compare("1.00005", "1").varianceBasisPoints).toBe(0);
    expect(compare("1.00015", "1").varianceBasisPoints).toBe(2);
    expect(compare("0.99985", "1").varianceBasisPoints).toBe(-2);
    expect(compare("1.00025", "1").varianceBasisPoints).toBe(2);
  });

  it("is over by a nano-dollar even where the percentage rounds to nothing", () => {
    expect(compare("4000.000000001", "4000")).toEqual({
      varianceNanoUsd: 1n,
      varianceBasisPoints: 0,
      direction: "over",
    });
  });

  it("has no percentage of a forecast of zero", () => {
    expect(compare("7", "0")).toEqual({
      varianceNanoUsd: 7_000_000_000n,
      varianceBasisPoints: null,
      direction: "over",
    });
    expect(compare("0", "0")).toEqual({ varianceNanoUsd: 0n, varianceBasisPoints: null, direction: "on" });
  });

  it("has no percentage that a number cannot hold exactly", () => {
    expect(compare("1000000", "0.000000001").varianceBasisPoints).toBeNull();
  });

  it("says nothing where nothing was forecast", () => {
    expect(compare("7", null)).toEqual({ varianceNanoUsd: null, varianceBasisPoints: null, direction: null });
  });

  it("always leads from the forecast back to the actual, with the percentage within half a basis point", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 17n });
    fc.assert(
      fc.property(
        amount,
        fc.bigInt({ min: 10n ** 7n, max: 10n ** 17n }),
        (actualNanoUsd, forecastNanoUsd) => {
          const { varianceNanoUsd, varianceBasisPoints } = compareWithForecast({
            actualNanoUsd,
            forecastNanoUsd,
          });
          expect(forecastNanoUsd + (varianceNanoUsd ?? 0n)).toBe(actualNanoUsd);
          const error =
            BigInt(varianceBasisPoints ?? 0) * forecastNanoUsd - (varianceNanoUsd ?? 0n) * 10_000n;
          expect((error < 0n ? -error : error) * 2n <= forecastNanoUsd).toBe(true);
        },
      ),
    );
  });
});
