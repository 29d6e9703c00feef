import { describe, expect, test } from "vitest";
import { buildPriceBook } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { projectScenario, type ScenarioDrivers } from "@/lib/scenarios";
import { microText, prepareExplanation } from "./prepare-explanation";
import { drivers } from "./testing/drivers";

const book = buildPriceBook(CATALOGUE);

function explain(plan: ScenarioDrivers, index: number) {
  const projection = projectScenario(plan, book);
  const month = projection.status === "priced" ? projection.months[index] : undefined;
  if (!month) throw new Error("The example has a price.");
  return prepareExplanation(plan, month, index, book);
}

const stepsOf = (plan: ScenarioDrivers, index: number) =>
  Object.fromEntries(
    explain(plan, index).steps.map((step) => [step.label, `${step.formula} = ${step.result}`]),
  );

describe("how a month is computed", () => {
  test("with the numbers put in, from requests to the total", () => {
    const plan = drivers({
      growth: { kind: "compound", percentPerMonth: 10 },
      billedRetryPercent: 5,
      qa: { runsPerMonth: 4, imagesPerRun: 10, size: null, quality: "low" },
      promptTuning: { promptsPerMonth: 2, iterationsPerPrompt: 1, size: null, quality: null },
    });
    // Low quality takes 196 output tokens: 196 × $30 + 26 × $5 a million make $0.00601.
    expect(stepsOf(plan, 1)).toEqual({
      Requests: "100 a month × 1.1¹ = 110",
      Images: "110 requests × 1 image = 110",
      Baseline: "100 requests × 1 image × $0.21085 = $21.085",
      Growth: "10 requests above the first month’s level × 1 image × $0.21085 = $2.1085",
      "Billed retries": "5 % of 110 requests × 1 image × $0.21085 = $1.159675",
      QA: "4 runs × 10 images × $0.00601 = $0.2404",
      "Prompt tuning": "2 prompts × 1 try × $0.21085 = $0.4217",
      Total: "Baseline + growth + retries + QA + prompt tuning = $25.015275",
    });
  });

  test("a stage that begins inside a month counts its days", () => {
    const daily = drivers({ startsOn: "2027-01-22", volume: { requests: 7, per: "week" } });
    expect(stepsOf(daily, 0).Requests).toBe("7 a week × 10 days ÷ 7 = 10");
    const monthly = drivers({ startsOn: "2027-01-22", volume: { requests: 31, per: "month" } });
    expect(stepsOf(monthly, 0).Requests).toBe("31 a month × 10 of 31 days = 10");
  });

  test("names the price of each picture with its parts and the card", () => {
    const { pictures, averagePrice, card } = explain(
      drivers({
        mix: [
          { size: "1024x1024", quality: "high", sharePercent: 50 },
          { size: "1024x1024", quality: "low", sharePercent: 50 },
        ],
      }),
      0,
    );
    expect(card?.model).toBe("gpt-image-2");
    expect(averagePrice).toBe("$0.10843");
    expect(pictures[0]).toEqual({
      name: "1024x1024 high",
      share: "50 %",
      unitPrice: "$0.21085",
      parts: [
        "7,024 image output tokens × $30.00 per million = $0.21072",
        "26 text input tokens × $5.00 per million = $0.00013",
      ],
    });
  });
});

test("parts of a request are counted to two decimals", () => {
  expect(microText(1_234_567_890n)).toBe("1,234.57");
  expect(microText(500_000n)).toBe("0.5");
  expect(microText(21_632_000_000n)).toBe("21,632");
});
