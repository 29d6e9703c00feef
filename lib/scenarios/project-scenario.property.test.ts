import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScenarioDrivers } from "./drivers";
import { projectScenario } from "./project-scenario";
import type { ProjectedMonth } from "./projection";
import { SAMPLE_BOOK, sampleDrivers } from "./testing/sample-drivers";

// The same projection by another road: day by day, in fractions that are never rounded.

interface Fraction {
  top: bigint;
  bottom: bigint;
}
const ZERO: Fraction = { top: 0n, bottom: 1n };
const fraction = (top: bigint, bottom = 1n): Fraction => ({ top, bottom });
const plus = (a: Fraction, b: Fraction) => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const by = (a: Fraction, b: Fraction) => fraction(a.top * b.top, a.bottom * b.bottom);
const decimal = (value: number) => fraction(BigInt(value.toFixed(2).replace(".", "")), 100n);
const percent = (value: number) => by(decimal(value), fraction(1n, 100n));

const NANO_PRICES: Record<string, bigint> = {
  "1024x1024 low": 10_000_000n,
  "1024x1024 medium": 50_000_000n,
  "1024x1024 high": 200_000_000n,
  "1536x1024 low": 20_000_000n,
  "1536x1024 medium": 100_000_000n,
};

interface ExactMonth {
  days: number;
  base: Fraction;
  requests: Fraction;
  qaImages: Fraction;
  tuningImages: Fraction;
}

function exactMonths(drivers: ScenarioDrivers): Map<string, ExactMonth> {
  const day = new Date(`${drivers.startsOn}T00:00:00Z`);
  const end = new Date(day);
  end.setUTCMonth(end.getUTCMonth() + drivers.lengthMonths);

  const months = new Map<string, ExactMonth>();
  for (; day < end; day.setUTCDate(day.getUTCDate() + 1)) {
    const name = day.toISOString().slice(0, 7);
    const ofMonth = fraction(
      1n,
      BigInt(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()),
    );
    const month = months.get(name) ?? {
      days: 0,
      base: ZERO,
      requests: ZERO,
      qaImages: ZERO,
      tuningImages: ZERO,
    };
    const index = months.has(name) ? months.size - 1 : months.size;

    const share = { day: fraction(1n), week: fraction(1n, 7n), month: ofMonth }[drivers.volume.per];
    const base = by(decimal(drivers.volume.requests), share);
    month.days += 1;
    month.base = plus(month.base, base);
    month.requests = plus(month.requests, by(base, growthFactor(drivers.growth, index)));
    month.qaImages = plus(
      month.qaImages,
      by(by(decimal(drivers.qa.runsPerMonth), decimal(drivers.qa.imagesPerRun)), ofMonth),
    );
    month.tuningImages = plus(
      month.tuningImages,
      by(
        by(decimal(drivers.promptTuning.promptsPerMonth), decimal(drivers.promptTuning.iterationsPerPrompt)),
        ofMonth,
      ),
    );
    months.set(name, month);
  }
  return months;
}

function growthFactor(growth: ScenarioDrivers["growth"], index: number): Fraction {
  let factor = fraction(1n);
  for (let month = 0; month < index && growth.kind !== "none"; month += 1) {
    const step = percent(growth.percentPerMonth);
    factor = growth.kind === "linear" ? plus(factor, step) : by(factor, plus(fraction(1n), step));
  }
  return factor.top * factor.bottom < 0n ? ZERO : factor;
}

function priceOf(
  { mix }: ScenarioDrivers,
  own: { size: string | null; quality: string | null } = { size: null, quality: null },
): Fraction {
  return mix.reduce((sum, line) => {
    const nano = NANO_PRICES[`${own.size ?? line.size} ${own.quality ?? line.quality}`] ?? 0n;
    return plus(sum, by(percent(line.sharePercent), fraction(nano)));
  }, ZERO);
}

/** How far a whole number is from an exact one, never more than an allowance. */
function expectNear(actual: bigint, exact: Fraction, allowance: Fraction) {
  const { top, bottom } = plus(exact, fraction(-actual));
  const distance = fraction(top < 0n ? -top : top, bottom);
  expect(distance.top * allowance.bottom <= allowance.top * distance.bottom).toBe(true);
}

const cents = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);

const mixes = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...Object.keys(NANO_PRICES)), { minLength: 1, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([pictures, cuts]) => {
    const edges = [0, ...cuts.slice(0, pictures.length - 1).sort((a, b) => a - b), 10_000];
    return pictures.map((picture, index) => {
      const [size = "", quality = ""] = picture.split(" ");
      return { size, quality, sharePercent: ((edges[index + 1] ?? 0) - (edges[index] ?? 0)) / 100 };
    });
  });

const drivers = fc
  .record({
    startsOn: fc.date({ min: new Date("2026-01-01"), max: new Date("2029-01-28"), noInvalidDate: true }),
    lengthMonths: fc.integer({ min: 1, max: 14 }),
    volume: fc.record({ requests: cents(5000), per: fc.constantFrom("day", "week", "month") }),
    growth: fc.oneof(
      fc.constant({ kind: "none" as const }),
      fc.record({
        kind: fc.constantFrom("linear", "compound"),
        percentPerMonth: fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 100),
      }),
    ),
    imagesPerRequest: cents(9).map((value) => Math.round(value * 100 + 100) / 100),
    mix: mixes,
    billedRetryPercent: cents(50),
    qa: fc.record({
      runsPerMonth: cents(30),
      imagesPerRun: cents(50),
      size: fc.constantFrom(null, "1024x1024"),
      quality: fc.constantFrom(null, "low", "medium"),
    }),
    promptTuning: fc.record({
      promptsPerMonth: cents(30),
      iterationsPerPrompt: cents(20),
      size: fc.constantFrom(null, "1024x1024"),
      quality: fc.constantFrom(null, "low", "medium"),
    }),
  })
  // Days up to the 28th, which every month has; other starts have their own examples.
  .map(({ startsOn, ...rest }) => {
    const date =
      startsOn.toISOString().slice(0, 8) + String(Math.min(startsOn.getUTCDate(), 28)).padStart(2, "0");
    return sampleDrivers({ startsOn: date, ...rest });
  });

function monthsOf(value: ScenarioDrivers): ProjectedMonth[] {
  const projection = projectScenario(value, SAMPLE_BOOK);
  if (projection.status === "unpriced") throw new Error(JSON.stringify(projection.problems));
  return projection.months;
}

function totalOf(value: ScenarioDrivers): bigint {
  return monthsOf(value).reduce((sum, month) => sum + month.totalNanoUsd, 0n);
}

test("agrees with a day by day computation in exact fractions", () => {
  fc.assert(
    fc.property(drivers, (value) => {
      const months = monthsOf(value);
      const exact = exactMonths(value);
      expect(months.map((month) => [month.month, month.daysInside])).toEqual(
        [...exact].map(([name, { days }]) => [name, days]),
      );

      const costPerRequest = by(decimal(value.imagesPerRequest), priceOf(value));
      const halfUnit = fraction(1n, 2n);
      // Requests are kept to the millionth, money to the nano-dollar.
      const requestSlack = by(costPerRequest, fraction(1n, 2_000_000n));
      for (const month of months) {
        const { base, requests, qaImages, tuningImages } = exact.get(month.month)!;
        const isGrown = requests.top * base.bottom > base.top * requests.bottom;
        expectNear(month.requestsMicro, by(requests, fraction(1_000_000n)), halfUnit);
        expectNear(
          month.baselineNanoUsd,
          by(isGrown ? base : requests, costPerRequest),
          plus(halfUnit, requestSlack),
        );
        expectNear(
          month.baselineNanoUsd + month.growthNanoUsd,
          by(requests, costPerRequest),
          plus(halfUnit, requestSlack),
        );
        expectNear(
          month.retriesNanoUsd,
          by(by(requests, costPerRequest), percent(value.billedRetryPercent)),
          plus(halfUnit, requestSlack),
        );
        expectNear(month.qaNanoUsd, by(qaImages, priceOf(value, value.qa)), halfUnit);
        expectNear(month.promptTuningNanoUsd, by(tuningImages, priceOf(value, value.promptTuning)), halfUnit);
      }
    }),
    { numRuns: 150 },
  );
});

test("baseline, rework and growth add up, by month and in all", () => {
  fc.assert(
    fc.property(drivers, (value) => {
      const projection = projectScenario(value, SAMPLE_BOOK);
      if (projection.status === "unpriced") throw new Error("unpriced");
      for (const part of [...projection.months, projection.total]) {
        expect(part.baselineNanoUsd + part.reworkNanoUsd + part.growthNanoUsd).toBe(part.totalNanoUsd);
        expect(part.retriesNanoUsd + part.qaNanoUsd + part.promptTuningNanoUsd).toBe(part.reworkNanoUsd);
        expect(part.growthNanoUsd >= 0n && part.baselineNanoUsd >= 0n).toBe(true);
      }
      const keys = [
        "requestsMicro",
        "imagesMicro",
        "baselineNanoUsd",
        "reworkNanoUsd",
        "growthNanoUsd",
      ] as const;
      for (const key of keys) {
        const sum = projection.months.reduce((total, month) => total + month[key], 0n);
        expect(projection.total[key]).toBe(sum);
      }
    }),
  );
});

test("without growth there is none", () => {
  fc.assert(
    fc.property(drivers, fc.constantFrom("none", "linear", "compound"), (value, kind) => {
      const growth = kind === "none" ? { kind } : { kind, percentPerMonth: 0 };
      expect(monthsOf({ ...value, growth }).every((month) => month.growthNanoUsd === 0n)).toBe(true);
    }),
  );
});

test("more of anything never costs less", () => {
  const more: fc.Arbitrary<(value: ScenarioDrivers) => ScenarioDrivers> = fc.oneof(
    cents(100).map((extra) => (value: ScenarioDrivers) => ({
      ...value,
      volume: { ...value.volume, requests: value.volume.requests + extra },
    })),
    cents(5).map((extra) => (value: ScenarioDrivers) => ({
      ...value,
      imagesPerRequest: value.imagesPerRequest + extra,
    })),
    cents(20).map((extra) => (value: ScenarioDrivers) => ({
      ...value,
      billedRetryPercent: value.billedRetryPercent + extra,
    })),
    cents(20).map((extra) => (value: ScenarioDrivers) => ({
      ...value,
      qa: { ...value.qa, runsPerMonth: value.qa.runsPerMonth + extra },
    })),
    fc.integer({ min: 1, max: 6 }).map((extra) => (value: ScenarioDrivers) => ({
      ...value,
      lengthMonths: value.lengthMonths + extra,
    })),
  );
  fc.assert(
    fc.property(drivers, more, (value, add) => {
      expect(totalOf(add(value)) >= totalOf(value)).toBe(true);
    }),
  );
});

test("the order of a mix does not matter", () => {
  fc.assert(
    fc.property(drivers, (value) => {
      expect(totalOf({ ...value, mix: value.mix.toReversed() })).toBe(totalOf(value));
    }),
  );
});
