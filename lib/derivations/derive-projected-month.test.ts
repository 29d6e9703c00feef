import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPriceBook } from "@/lib/pricing";
import { projectScenario, type ScenarioDrivers } from "@/lib/scenarios";
import type { Derivation } from "./derivation";
import { amountText } from "./derivation-text";
import { deriveForecastLine } from "./derive-forecast";
import { deriveProjectedMonth } from "./derive-projected-month";
import {
  deriveAverageMonth,
  derivePeakMonth,
  deriveProjectedImage,
  deriveProjectedTotal,
} from "./derive-projection";
import { deriveVersion } from "./derive-version";
import { microText } from "./number-words";
import { expectExactSums } from "./testing/expect-sums";
import { priceCard } from "./testing/price-card";

const card = priceCard();
const book = buildPriceBook([card]);

/** A hundred requests a month for one high-quality square each, and nothing else. */
function plan(changes: Partial<ScenarioDrivers> = {}): ScenarioDrivers {
  return {
    provider: "openai",
    model: "gpt-image-2",
    operation: "generation",
    batch: false,
    startsOn: "2027-01-01",
    lengthMonths: 2,
    volume: { requests: 100, per: "month" },
    growth: { kind: "none" },
    imagesPerRequest: 1,
    mix: [{ size: "1024x1024", quality: "high", sharePercent: 100 }],
    promptTokens: 26,
    referenceImages: 0,
    billedRetryPercent: 0,
    qa: { runsPerMonth: 0, imagesPerRun: 0, size: null, quality: null },
    promptTuning: { promptsPerMonth: 0, iterationsPerPrompt: 0, size: null, quality: null },
    acceptedPercent: 50,
    ...changes,
  };
}

function project(drivers: ScenarioDrivers) {
  const projection = projectScenario(drivers, book);
  if (projection.status !== "priced") throw new Error("The example has a price.");
  return { drivers, projection, book };
}

function month(drivers: ScenarioDrivers, index: number): Derivation {
  const { projection } = project(drivers);
  const projected = projection.months[index];
  if (!projected) throw new Error("The example has this month.");
  return deriveProjectedMonth(drivers, projected, index, book);
}

function formulas({ steps }: Derivation): Record<string, string> {
  return Object.fromEntries(
    steps
      .flatMap((step) => (step.title === "Rework" ? [step, ...step.steps] : [step]))
      .map((step) => [step.title, `${step.formula} = ${amountText(step)}`]),
  );
}

describe("how a month is computed", () => {
  test("with the numbers put in, from requests to the total", () => {
    const derivation = month(
      plan({
        growth: { kind: "compound", percentPerMonth: 10 },
        billedRetryPercent: 5,
        qa: { runsPerMonth: 4, imagesPerRun: 10, size: null, quality: "low" },
        promptTuning: { promptsPerMonth: 2, iterationsPerPrompt: 1, size: null, quality: null },
      }),
      1,
    );
    expect(derivation.inputs.map(({ name, value, note }) => `${name}: ${value}, ${note}`)).toEqual([
      "Requests: 110, 100 a month × 1.1¹",
      "Images: 110, 110 requests × 1 image",
    ]);
    // Low quality takes 196 output tokens: 196 × $30 + 26 × $5 a million make $0.00601.
    expect(formulas(derivation)).toEqual({
      Baseline: "100 requests × 1 image × $0.21085 = $21.085",
      Rework: "Billed retries + QA + prompt tuning = $1.821775",
      "Billed retries": "5 % of 110 requests × 1 image × $0.21085 = $1.159675",
      QA: "4 runs × 10 images × $0.00601 = $0.2404",
      "Prompt tuning": "2 prompts × 1 try × $0.21085 = $0.4217",
      Growth: "10 requests above the first month’s level × 1 image × $0.21085 = $2.1085",
    });
    expect(amountText(derivation)).toBe("$25.015275");
    expect(derivation.rateCards.map(({ id }) => id)).toEqual(["card_1"]);
  });

  test("a stage that begins inside a month counts its days", () => {
    const daily = plan({ startsOn: "2027-01-22", volume: { requests: 7, per: "week" } });
    expect(month(daily, 0).inputs[0]?.note).toBe("7 a week × 10 days ÷ 7");
    const monthly = plan({ startsOn: "2027-01-22", volume: { requests: 31, per: "month" } });
    expect(month(monthly, 0).inputs[0]?.note).toBe("31 a month × 10 of 31 days");
  });

  test("down to the price of each picture with its parts", () => {
    const derivation = month(
      plan({
        mix: [
          { size: "1024x1024", quality: "high", sharePercent: 50 },
          { size: "1024x1024", quality: "low", sharePercent: 50 },
        ],
      }),
      0,
    );
    const average = derivation.steps[0]?.steps[0];
    expect(average && amountText(average)).toBe("$0.10843");
    expect(average?.formula).toBe("50 % × $0.21085 + 50 % × $0.00601");
    expect(average?.steps[0]?.steps.map(({ formula }) => formula)).toEqual([
      "7,024 image output tokens × $30.00 per million",
      "26 text input tokens × $5.00 per million",
    ]);
  });
});

describe("a whole projection", () => {
  test("is the sum of its months, and divides into an average month and images", () => {
    const input = project(plan({ growth: { kind: "linear", percentPerMonth: 10 } }));
    // 100 and 110 pictures at $0.21085.
    expect(amountText(deriveProjectedTotal(input))).toBe("$44.2785");
    expect(amountText(deriveAverageMonth(input))).toBe("$22.13925");
    const peak = derivePeakMonth(input);
    expect(peak && `${peak.title}: ${amountText(peak)}`).toBe("February 2027: $23.1935");
    expect(amountText(deriveProjectedImage(input, "delivered"))).toBe("$0.21085");
    // Half of the images can be used.
    expect(amountText(deriveProjectedImage(input, "accepted"))).toBe("$0.4217");
  });

  test("adds up exactly at every depth, whatever the drivers", () => {
    const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);
    const drivers = fc
      .record({
        requests: hundredths(5_000),
        per: fc.constantFrom("day" as const, "week" as const, "month" as const),
        day: fc.integer({ min: 1, max: 28 }),
        lengthMonths: fc.integer({ min: 1, max: 5 }),
        percentPerMonth: hundredths(60),
        retries: hundredths(30),
        runs: fc.integer({ min: 0, max: 9 }),
        share: fc.integer({ min: 0, max: 100 }),
        images: fc.integer({ min: 1, max: 4 }),
      })
      .map((each) =>
        plan({
          startsOn: `2027-01-${String(each.day).padStart(2, "0")}`,
          lengthMonths: each.lengthMonths,
          volume: { requests: each.requests, per: each.per },
          growth: { kind: "compound", percentPerMonth: each.percentPerMonth },
          billedRetryPercent: each.retries,
          imagesPerRequest: each.images,
          qa: { runsPerMonth: each.runs, imagesPerRun: 7, size: null, quality: "low" },
          mix: [
            { size: "1024x1024", quality: "high", sharePercent: each.share },
            { size: "1536x1024", quality: "medium", sharePercent: 100 - each.share },
          ],
        }),
      );
    fc.assert(
      fc.property(drivers, (each) => {
        const input = project(each);
        const total = deriveProjectedTotal(input);
        expect(total.amountNanoUsd).toBe(input.projection.total.totalNanoUsd);
        expectExactSums(total);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a frozen forecast", () => {
  const frozen = (changes: { totalNanoUsd?: bigint; growthNanoUsd?: bigint } = {}) =>
    deriveForecastLine({
      name: "Heroes, pilot",
      month: "2027-01",
      requestsMicro: 100_000_000n,
      imagesMicro: 100_000_000n,
      baselineNanoUsd: 21_085_000_000n,
      reworkNanoUsd: 0n,
      growthNanoUsd: 0n,
      totalNanoUsd: 21_085_000_000n,
      ...changes,
      version: {
        number: 3,
        name: "Pilot",
        committedOn: "20 Dec 2026",
        engineVersion: "1",
        drivers: plan(),
        rateCards: [card],
      },
    });

  test("shows its formulas with the prices that it was computed with", () => {
    const forecast = frozen();
    expect(forecast.inputs[0]).toMatchObject({ name: "Version", value: "v3" });
    expect(forecast.steps[0]?.formula).toBe("100 requests × 1 image × $0.21085");
    expectExactSums(forecast);
  });

  test("adds up with its other months to its version", () => {
    const { projection } = project(plan());
    const version = deriveVersion(
      {
        number: 3,
        name: "Pilot",
        committedOn: "20 Dec 2026",
        engineVersion: "1",
        drivers: plan(),
        rateCards: [card],
      },
      projection.months,
    );
    // Two months of a hundred pictures at $0.21085.
    expect(amountText(version)).toBe("$42.17");
    expectExactSums(version);
  });

  test("keeps its amounts where today's rules would arrive at others", () => {
    const forecast = frozen({ growthNanoUsd: 5n, totalNanoUsd: 21_085_000_005n });
    expect(forecast.amountNanoUsd).toBe(21_085_000_005n);
    expect(forecast.steps.map(({ amountNanoUsd }) => amountNanoUsd)).toEqual([21_085_000_000n, 0n, 5n]);
    expect(forecast.notes[0]).toContain("frozen by rules of version 1");
  });
});

test("parts of a request are counted to two decimals", () => {
  expect(microText(1_234_567_890n)).toBe("1,234.57");
  expect(microText(500_000n)).toBe("0.5");
  expect(microText(21_632_000_000n)).toBe("21,632");
});
