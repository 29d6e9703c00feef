import { describe, expect, test } from "vitest";
import { scenarioDriversSchema, stagePurposeSchema } from "@/lib/contracts/scenarios";
import { parseUsd } from "@/lib/money";
import { buildPriceBook } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { projectScenario } from "./project-scenario";
import { scenarioTemplates } from "./templates";

describe("the first template is the article's request in its three stages", () => {
  const template = scenarioTemplates("2026-12-01")[0]!;

  test("gpt-image-2, n 1, 1024x1024, high, from 20 requests to 20,000", () => {
    for (const { drivers } of template.scenarios) {
      expect(drivers).toMatchObject({
        provider: "openai",
        model: "gpt-image-2",
        imagesPerRequest: 1,
        mix: [{ size: "1024x1024", quality: "high", sharePercent: 100 }],
      });
    }
    expect(template.scenarios.map(({ stage, drivers }) => [stage, drivers.volume])).toEqual([
      ["prototype", { requests: 20, per: "month" }],
      ["pilot", { requests: 200, per: "month" }],
      ["production", { requests: 20_000, per: "month" }],
    ]);
  });

  test("says what each stage must prove", () => {
    const proofs = template.scenarios.map(({ purpose }) => purpose.mustProve.split(":")[0]);
    expect(proofs).toEqual(["Feasibility", "Repeatability", "Reliability with controlled spend"]);
  });

  test("a stage begins on the day after the one before it ends", () => {
    expect(template.scenarios.map(({ drivers }) => drivers.startsOn)).toEqual([
      "2026-12-01",
      "2027-01-01",
      "2027-03-01",
    ]);
  });

  test("the prototype's own requests cost $4.217, its prompts more", () => {
    const projection = projectScenario(template.scenarios[0]!.drivers, buildPriceBook(CATALOGUE));
    // 20 × $0.21085; a tenth again for retries; 12 prompts × 5 iterations × $0.21085
    expect(projection).toMatchObject({
      status: "priced",
      total: {
        baselineNanoUsd: parseUsd("4.217"),
        retriesNanoUsd: parseUsd("0.4217"),
        promptTuningNanoUsd: parseUsd("12.651"),
        totalNanoUsd: parseUsd("17.2897"),
      },
    });
  });
});

test("at WisGate, which publishes no price, a template waits for one", () => {
  const [template] = scenarioTemplates("2026-12-01", "wisgate");
  for (const { drivers } of template!.scenarios) {
    expect(projectScenario(drivers, buildPriceBook(CATALOGUE)).status).toBe("unpriced");
  }
});

test("every template has the form that a scenario is saved in, and a price", () => {
  const book = buildPriceBook(CATALOGUE);
  for (const { scenarios } of scenarioTemplates("2027-01-31")) {
    for (const { drivers, purpose } of scenarios) {
      expect(scenarioDriversSchema.parse(drivers)).toEqual(drivers);
      expect(stagePurposeSchema.parse(purpose)).toEqual(purpose);
      expect(projectScenario(drivers, book).status).toBe("priced");
    }
  }
});
