import { describe, expect, test } from "vitest";
import { parseUsd } from "@/lib/money";
import { buildPriceBook, type PriceBook } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import type { ScenarioDrivers } from "./drivers";
import { projectScenario } from "./project-scenario";
import { SAMPLE_BOOK, perImage, sampleCard, sampleDrivers } from "./testing/sample-drivers";

function project(changes: Partial<ScenarioDrivers>, book: PriceBook = SAMPLE_BOOK) {
  const projection = projectScenario(sampleDrivers(changes), book);
  if (projection.status === "unpriced") throw new Error(JSON.stringify(projection.problems));
  return projection;
}

function problemsOf(changes: Partial<ScenarioDrivers>, book: PriceBook = SAMPLE_BOOK) {
  const projection = projectScenario(sampleDrivers(changes), book);
  if (projection.status === "priced") throw new Error("It has a price");
  return projection.problems;
}

describe("the article's request", () => {
  const catalogue = buildPriceBook(CATALOGUE);

  // 7,024 output tokens × $30 a million + 26 input tokens × $5 a million = $0.21072 + $0.00013 = $0.21085 a picture.
  test("20,000 pictures in a month, with rework", () => {
    const { months, total } = project(
      {
        provider: "openai",
        model: "gpt-image-2",
        volume: { requests: 20_000, per: "month" },
        mix: [{ size: "1024x1024", quality: "high", sharePercent: 100 }],
        promptTokens: 26,
        billedRetryPercent: 5,
        qa: { runsPerMonth: 30, imagesPerRun: 10, size: null, quality: null },
        promptTuning: { promptsPerMonth: 10, iterationsPerPrompt: 5, size: null, quality: null },
        acceptedPercent: 80,
      },
      catalogue,
    );
    expect(months).toEqual([
      {
        month: "2027-01",
        daysInside: 31,
        requestsMicro: 20_000_000_000n,
        imagesMicro: 20_000_000_000n,
        // 20,000 × $0.21085
        baselineNanoUsd: parseUsd("4217"),
        // 5 % of it
        retriesNanoUsd: parseUsd("210.85"),
        // 300 × $0.21085
        qaNanoUsd: parseUsd("63.255"),
        // 50 × $0.21085
        promptTuningNanoUsd: parseUsd("10.5425"),
        // 210.85 + 63.255 + 10.5425
        reworkNanoUsd: parseUsd("284.6475"),
        growthNanoUsd: 0n,
        totalNanoUsd: parseUsd("4501.6475"),
      },
    ]);
    // $4,501.6475 / 20,000, and / 16,000
    expect(total.perDeliveredImageNanoUsd).toBe(parseUsd("0.225082375"));
    expect(total.perAcceptedImageNanoUsd).toBe(281_352_969n);
  });

  test("an edit pays for its reference images once per picture", () => {
    const { total } = project(
      {
        provider: "openai",
        model: "gpt-image-2",
        operation: "edit",
        volume: { requests: 10, per: "month" },
        imagesPerRequest: 3,
        mix: [{ size: "1024x1024", quality: "low", sharePercent: 100 }],
        referenceImages: 2,
      },
      catalogue,
    );
    // A 1024x1024 reference is 32 × 32 patches: 1,024 tokens × $8 a million = $0.008192, twice; output 196 × $30 a million.
    // 30 pictures × (0.00588 + 0.016384)
    expect(total.totalNanoUsd).toBe(parseUsd("0.66792"));
  });
});

describe("volume", () => {
  const perMonth = (volume: ScenarioDrivers["volume"], startsOn: string, lengthMonths = 1) =>
    project({ volume, startsOn, lengthMonths }).months.map((month) => month.requestsMicro);

  test("a daily volume follows the days of the month", () => {
    expect(perMonth({ requests: 10, per: "day" }, "2027-01-01", 4)).toEqual([
      310_000_000n,
      280_000_000n,
      310_000_000n,
      300_000_000n,
    ]);
    expect(perMonth({ requests: 10, per: "day" }, "2028-02-01")).toEqual([290_000_000n]);
  });

  test("a weekly volume is a seventh of it a day", () => {
    expect(perMonth({ requests: 7, per: "week" }, "2027-04-01")).toEqual([30_000_000n]);
    // 31 / 7 = 4.4285714…
    expect(perMonth({ requests: 1, per: "week" }, "2027-01-01")).toEqual([4_428_571n]);
  });

  test("a monthly volume is the same in months of any length", () => {
    expect(perMonth({ requests: 100, per: "month" }, "2027-01-01", 3)).toEqual([
      100_000_000n,
      100_000_000n,
      100_000_000n,
    ]);
  });

  test("a part of a month gets its days' share", () => {
    // 17 of 31 days, then 14 of 28.
    expect(perMonth({ requests: 62, per: "month" }, "2027-01-15")).toEqual([34_000_000n, 31_000_000n]);
    expect(perMonth({ requests: 10, per: "day" }, "2027-01-15")).toEqual([170_000_000n, 140_000_000n]);
  });

  test("a fraction of a request a month is not lost", () => {
    const { months } = project({ volume: { requests: 0.25, per: "month" } });
    expect(months[0]).toMatchObject({ requestsMicro: 250_000n, totalNanoUsd: parseUsd("0.0125") });
  });

  test("no volume costs nothing, and nothing per picture", () => {
    const { total } = project({ volume: { requests: 0, per: "day" } });
    expect(total).toMatchObject({
      totalNanoUsd: 0n,
      perDeliveredImageNanoUsd: null,
      perAcceptedImageNanoUsd: null,
    });
  });

  test("pictures of which none is accepted cost nothing per accepted one that could be said", () => {
    const { total } = project({ acceptedPercent: 0 });
    expect(total.perDeliveredImageNanoUsd).toBe(parseUsd("0.05"));
    expect(total.perAcceptedImageNanoUsd).toBeNull();
  });
});

describe("growth", () => {
  test("linear growth adds the same part of the base every month", () => {
    const { months, total } = project({
      lengthMonths: 3,
      growth: { kind: "linear", percentPerMonth: 10 },
    });
    // January 3,100 × $0.05. February 2,800 × 1.1 = 3,080, of which 280 are growth. March 3,100 × 1.2, of which 620.
    expect(months.map((month) => month.baselineNanoUsd)).toEqual([
      parseUsd("155"),
      parseUsd("140"),
      parseUsd("155"),
    ]);
    expect(months.map((month) => month.growthNanoUsd)).toEqual([0n, parseUsd("14"), parseUsd("31")]);
    expect(total).toMatchObject({
      requestsMicro: 9_900_000_000n,
      baselineNanoUsd: parseUsd("450"),
      growthNanoUsd: parseUsd("45"),
      totalNanoUsd: parseUsd("495"),
    });
  });

  test("compound growth multiplies every month", () => {
    const { months } = project({
      lengthMonths: 4,
      volume: { requests: 1000, per: "month" },
      growth: { kind: "compound", percentPerMonth: 20 },
    });
    // 1,000 × 1.2, 1.44, 1.728
    expect(months.map((month) => month.requestsMicro)).toEqual([
      1_000_000_000n,
      1_200_000_000n,
      1_440_000_000n,
      1_728_000_000n,
    ]);
    expect(months.map((month) => month.growthNanoUsd)).toEqual([
      0n,
      parseUsd("10"),
      parseUsd("22"),
      parseUsd("36.4"),
    ]);
  });

  test("a first month in part counts as the first month all the same", () => {
    const { months } = project({
      startsOn: "2027-01-31",
      growth: { kind: "compound", percentPerMonth: 100 },
    });
    // 1 day × 100, then 27 days × 200.
    expect(months.map((month) => month.requestsMicro)).toEqual([100_000_000n, 5_400_000_000n]);
  });

  test("shrinking lowers the baseline and is no growth", () => {
    const { months } = project({ lengthMonths: 3, growth: { kind: "compound", percentPerMonth: -50 } });
    // 3,100, then 2,800 / 2, then 3,100 / 4, at $0.05.
    expect(months.map((month) => month.baselineNanoUsd)).toEqual([
      parseUsd("155"),
      parseUsd("70"),
      parseUsd("38.75"),
    ]);
    expect(months.every((month) => month.growthNanoUsd === 0n)).toBe(true);
  });

  test("a linear decline stops at nothing", () => {
    const { months } = project({ lengthMonths: 4, growth: { kind: "linear", percentPerMonth: -40 } });
    // × 1, 0.6, 0.2 and nothing
    expect(months.map((month) => month.requestsMicro)).toEqual([
      3_100_000_000n,
      1_680_000_000n,
      620_000_000n,
      0n,
    ]);
  });

  test("losing everything leaves the first month only", () => {
    const { months } = project({ lengthMonths: 3, growth: { kind: "compound", percentPerMonth: -100 } });
    expect(months.map((month) => month.totalNanoUsd)).toEqual([parseUsd("155"), 0n, 0n]);
  });

  test("retries of grown volume are rework, not growth", () => {
    const { months } = project({
      lengthMonths: 2,
      volume: { requests: 1000, per: "month" },
      growth: { kind: "linear", percentPerMonth: 50 },
      billedRetryPercent: 10,
    });
    // 1,500 × $0.05 = $75: $50 baseline, $25 growth; a tenth of all of it again.
    expect(months[1]).toMatchObject({
      baselineNanoUsd: parseUsd("50"),
      growthNanoUsd: parseUsd("25"),
      retriesNanoUsd: parseUsd("7.5"),
      totalNanoUsd: parseUsd("82.5"),
    });
  });
});

describe("pictures and prices", () => {
  test("a mix costs its parts by share, times the images of a request", () => {
    const { total } = project({
      volume: { requests: 100, per: "month" },
      imagesPerRequest: 2,
      mix: [
        { size: "1024x1024", quality: "high", sharePercent: 12.5 },
        { size: "1536x1024", quality: "low", sharePercent: 87.5 },
      ],
    });
    // 200 pictures: 25 × $0.20 + 175 × $0.02
    expect(total).toMatchObject({ imagesMicro: 200_000_000n, totalNanoUsd: parseUsd("8.5") });
  });

  test("QA and prompt tuning take their own size and quality, or the mix's where they have none", () => {
    const { months } = project({
      startsOn: "2027-04-11",
      volume: { requests: 0, per: "day" },
      mix: [
        { size: "1024x1024", quality: "high", sharePercent: 50 },
        { size: "1536x1024", quality: "medium", sharePercent: 50 },
      ],
      qa: { runsPerMonth: 6, imagesPerRun: 5, size: "1536x1024", quality: "low" },
      promptTuning: { promptsPerMonth: 10, iterationsPerPrompt: 6, size: null, quality: "low" },
    });
    // 20 of April's 30 days. QA: 30 × 20/30 = 20 × $0.02. Tuning: 60 × 20/30 = 40, half at $0.01 and half at $0.02.
    expect(months[0]).toMatchObject({
      daysInside: 20,
      qaNanoUsd: parseUsd("0.4"),
      promptTuningNanoUsd: parseUsd("0.6"),
      reworkNanoUsd: parseUsd("1"),
      totalNanoUsd: parseUsd("1"),
    });
  });

  test("a price per call is not multiplied by the images of a request", () => {
    const book = buildPriceBook([
      sampleCard({ scheme: "per_call", price: "0.03", batchPrice: null, multiplier: "1" }),
    ]);
    const { months } = project(
      {
        volume: { requests: 100, per: "month" },
        imagesPerRequest: 4,
        billedRetryPercent: 10,
        qa: { runsPerMonth: 2, imagesPerRun: 5, size: null, quality: null },
        promptTuning: { promptsPerMonth: 1, iterationsPerPrompt: 5, size: null, quality: null },
      },
      book,
    );
    expect(months[0]).toMatchObject({
      imagesMicro: 400_000_000n,
      // 100 calls
      baselineNanoUsd: parseUsd("3"),
      // 10 calls
      retriesNanoUsd: parseUsd("0.3"),
      // 10 pictures at four a call: 2.5 calls
      qaNanoUsd: parseUsd("0.075"),
      // 5 calls for one picture each
      promptTuningNanoUsd: parseUsd("0.15"),
    });
  });

  test("each month takes the price in force on the stage's first day in it", () => {
    const card = (id: string, validFrom: string, price: string) =>
      sampleCard(perImage({ size: "1024x1024", quality: "medium", price }), { id, validFrom });
    const book = buildPriceBook([
      card("old", "2026-01-01", "0.05"),
      card("new", "2027-02-10", "0.10"),
      card("unused", "2027-06-01", "1"),
    ]);
    const volume = { requests: 100, per: "month" } as const;

    const whole = project({ volume, lengthMonths: 3 }, book);
    expect(whole.months.map((month) => month.totalNanoUsd)).toEqual([
      parseUsd("5"),
      parseUsd("5"),
      parseUsd("10"),
    ]);
    expect(whole.rateCardIds).toEqual(["old", "new"]);

    const fromMidMonth = project({ volume, startsOn: "2027-02-10" }, book);
    expect(fromMidMonth.rateCardIds).toEqual(["new"]);
  });

  test("amounts are rounded once, half to even", () => {
    const book = buildPriceBook([
      sampleCard(perImage({ size: "1024x1024", quality: "medium", price: "0.000000001" })),
    ]);
    const totals = [0.5, 1.5, 2.5, 2.51].map(
      (requests) => project({ volume: { requests, per: "month" } }, book).total.totalNanoUsd,
    );
    expect(totals).toEqual([0n, 2n, 2n, 3n]);
  });
});

describe("no projection without every price", () => {
  test("a model or provider that nobody has priced", () => {
    expect(problemsOf({ provider: "wisgate", model: "gpt-image-2", lengthMonths: 12 })).toEqual([
      {
        path: ["model"],
        message: "No price for gpt-image-2 at wisgate is valid on 1 Jan 2027. Add one under Prices.",
      },
    ]);
  });

  test("a price that begins after the stage does", () => {
    const card = sampleCard(perImage({ size: "1024x1024", quality: "medium", price: "1" }), {
      validFrom: "2027-02-01",
    });
    const problems = problemsOf({ lengthMonths: 2 }, buildPriceBook([card]));
    expect(problems).toMatchObject([{ path: ["model"] }]);
  });

  test("a size or quality left to the model", () => {
    const problems = problemsOf(
      {
        provider: "openai",
        model: "gpt-image-2",
        mix: [
          { size: "1024x1024", quality: "low", sharePercent: 50 },
          { size: "auto", quality: "auto", sharePercent: 50 },
        ],
      },
      buildPriceBook(CATALOGUE),
    );
    expect(problems.map((problem) => problem.path)).toEqual([
      ["mix", 1, "size"],
      ["mix", 1, "quality"],
    ]);
    expect(problems[1]?.message).toMatch(/^“auto” leaves the quality to the model/);
  });

  test("a size and quality that the card does not list, named where it stands", () => {
    expect(
      problemsOf({
        qa: { runsPerMonth: 1, imagesPerRun: 1, size: "1024x1536", quality: null },
        promptTuning: { promptsPerMonth: 1, iterationsPerPrompt: 1, size: null, quality: "max" },
      }).map((problem) => problem.path),
    ).toEqual([
      ["qa", "size"],
      ["promptTuning", "quality"],
    ]);
  });

  test("batch where no batch price exists", () => {
    expect(problemsOf({ batch: true }).map((problem) => problem.path)).toEqual([["batch"]]);
  });

  test("what makes no picture needs no price", () => {
    const { total } = project({
      mix: [
        { size: "1024x1024", quality: "medium", sharePercent: 100 },
        { size: "1024x1024", quality: "auto", sharePercent: 0 },
      ],
      qa: { runsPerMonth: 0, imagesPerRun: 50, size: "1024x1536", quality: "max" },
    });
    expect(total.totalNanoUsd).toBe(parseUsd("155"));
  });

  test("a size that the model would refuse, with the nearest legal one", () => {
    const problems = problemsOf(
      {
        provider: "openai",
        model: "gpt-image-2",
        mix: [{ size: "1920x1080", quality: "low", sharePercent: 100 }],
      },
      buildPriceBook(CATALOGUE),
    );
    expect(problems).toMatchObject([{ path: ["mix", 0, "size"] }]);
    expect(problems[0]?.message).toContain("1920x1088");
  });

  test("an edit without a picture to edit, and reference images that nothing reads", () => {
    expect(problemsOf({ operation: "edit" })).toMatchObject([{ path: ["referenceImages"] }]);
    expect(problemsOf({ referenceImages: 1 })).toMatchObject([{ path: ["referenceImages"] }]);
  });

  test("an amount beyond what can be stored", () => {
    const problems = problemsOf({
      lengthMonths: 36,
      volume: { requests: 100_000_000, per: "day" },
      growth: { kind: "compound", percentPerMonth: 1000 },
    });
    expect(problems).toMatchObject([{ path: ["volume", "requests"] }]);
  });
});
