import fc from "fast-check";
import { parse } from "csv-parse/sync";
import type { z } from "zod";
import { beforeAll, describe, expect, it } from "vitest";
import {
  explanationQuerySchema,
  explanationSchema,
  type DerivationAnswer,
} from "@/lib/contracts/explanations";
import type { CallInput } from "@/lib/contracts/calls";
import { usageSeriesQuerySchema } from "@/lib/contracts/usage";
import { parseUsd } from "@/lib/money";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { getOverview } from "@/lib/server/overview/get-overview";
import { createRateCard } from "@/lib/server/prices/create-rate-card";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { exportMonth } from "@/lib/server/reports/export-month";
import { getMonthReport } from "@/lib/server/reports/get-month-report";
import { commitScenario } from "@/lib/server/scenarios/commit-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { getScenario } from "@/lib/server/scenarios/get-scenario";
import {
  createPlanningWorkspace,
  type PlanningWorkspace,
} from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getUsageSeries } from "@/lib/server/usage/get-usage-series";
import { explain } from "./explain";

const database = useTestDatabase();

/** The tenth of February 2027: January is over, February open, March to come. */
const NOW = new Date("2027-02-10T12:00:00Z");
const FIRST = Date.parse("2026-12-28T00:00:00Z");

let home: PlanningWorkspace;
let scenarioId: string;

const callArbitrary = fc.record({
  minute: fc.integer({ min: 0, max: 44 * 24 * 60 }),
  model: fc.constantFrom("gpt-image-2", "gpt-image-1", "who-knows"),
  workflow: fc.constantFrom("landing-heroes", "avatars", undefined),
  stage: fc.constantFrom("pilot", "production", undefined),
  purpose: fc.constantFrom("customer", "qa", "prompt_tuning"),
  size: fc.constantFrom("1024x1024", "1536x1024", "auto"),
  quality: fc.constantFrom("low", "high", "auto"),
  n: fc.integer({ min: 1, max: 4 }),
  outcome: fc.constantFrom("succeeded", "succeeded", "failed", "timed_out"),
  charged: fc.option(fc.integer({ min: 0, max: 2_000_000_000 }), { nil: null }),
  tokens: fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: null }),
});

const CALLS: CallInput[] = fc
  .sample(callArbitrary, { seed: 20_270_210, numRuns: 240 })
  .map((each, index) => ({
    id: `req_${index}`,
    occurredAt: new Date(FIRST + each.minute * 60_000).toISOString(),
    model: each.model,
    size: each.size,
    quality: each.quality,
    n: each.n,
    purpose: each.purpose,
    outcome: each.outcome,
    ...(each.workflow && { workflow: each.workflow }),
    ...(each.stage && { stage: each.stage }),
    ...(index % 7 === 3 && { retryOf: "req_0" }),
    ...(each.charged !== null && index % 5 === 0 && { chargedUsd: (each.charged / 1e9).toFixed(9) }),
    ...(each.tokens !== null && {
      usage: { input_tokens: 26, input_tokens_details: { text_tokens: 26 }, output_tokens: each.tokens },
    }),
  }));

beforeAll(async () => {
  await withClient(database.url, syncCatalogue);
  home = await createPlanningWorkspace();
  const { actor, body } = home;
  const scenario = await createScenario(actor, body);
  scenarioId = scenario.id;
  await commitScenario(actor, scenario.id, 1, new Date("2026-12-20T12:00:00Z"));
  actor.workspace.monthlyBudgetNanoUsd = 250_000_000_001n;
  const { counts } = await recordCalls(actor.workspace, CALLS, NOW);
  expect(counts).toEqual({ created: CALLS.length, exists: 0, conflict: 0, invalid: 0 });
});

type Query = z.input<typeof explanationQuerySchema>;

async function ask(query: Query): Promise<DerivationAnswer> {
  const answer = await explain(home.actor.workspace, explanationQuerySchema.parse(query), NOW);
  return explanationSchema.parse(answer).derivation;
}

const amount = async (query: Query) => (await ask(query)).amountNanoUsd;

describe("explained amounts are the screens' own, to the last digit", () => {
  it.each(["2026-12", "2027-01", "2027-02", "2027-03"])(
    "on the overview and the report of %s",
    async (month) => {
      const overview = await getOverview(home.actor.workspace, { month }, NOW);
      const report = await getMonthReport(home.actor.workspace, { month }, NOW);
      const { from, to, totals, total } = overview;
      const days = { from, to };

      if (totals.calls > 0) {
        expect(await amount({ subject: "usage", ...days })).toBe(totals.costNanoUsd);
        expect(await amount({ subject: "usage", ...days })).toBe(report.total.actualNanoUsd);
        expect(await amount({ subject: "rework", ...days })).toBe(totals.reworkNanoUsd);
        expect(await amount({ subject: "paid_losses", ...days })).toBe(totals.paidLossNanoUsd);
      }
      expect(await amount({ subject: "cost_per_image", ...days })).toBe(totals.costPerDeliveredImageNanoUsd);
      expect(await amount({ subject: "forecast", month })).toBe(overview.forecastNanoUsd);
      expect(await amount({ subject: "forecast_to_date", month })).toBe(overview.forecastToDateNanoUsd);
      expect(await amount({ subject: "variance", month })).toBe(total.varianceNanoUsd);
      expect(await amount({ subject: "outlook", month })).toBe(overview.outlook.expectedNanoUsd);
      expect(await amount({ subject: "budget_left", month })).toBe(overview.budgetLeftNanoUsd);
      expect(await amount({ subject: "planned_per_image", month })).toBe(
        overview.plannedPerDeliveredImageNanoUsd,
      );
    },
  );

  it("on every line of a statement", async () => {
    for (const month of ["2027-01", "2027-02"]) {
      const { lines, from, to } = await getMonthReport(home.actor.workspace, { month }, NOW);
      expect(lines.length).toBeGreaterThan(4);
      for (const line of lines) {
        const chosen = { workflow: line.workflow?.slug ?? "none", stage: line.stage ?? ("none" as const) };
        const actual = await ask({ subject: "usage", from, to, ...chosen });
        const isUnpriced = line.calls > 0 && line.unpricedCalls === line.calls;
        expect(actual.amountNanoUsd).toBe(isUnpriced ? null : line.actualNanoUsd);
        expect(await amount({ subject: "forecast_to_date", month, ...chosen })).toBe(line.forecastNanoUsd);
        expect(await amount({ subject: "variance", month, ...chosen })).toBe(line.varianceNanoUsd);
      }
    }
  });

  it("in the month's file", async () => {
    const response = await exportMonth(home.actor.workspace, { month: "2027-01" }, NOW);
    const rows: Record<string, string>[] = parse(await response.text(), { columns: true });
    const total = rows.at(-1)?.actual_usd ?? "";
    expect(await amount({ subject: "usage", from: "2027-01-01", to: "2027-01-31" })).toBe(
      String(parseUsd(total)),
    );
  });

  it("of every group under Usage", async () => {
    const span = { from: "2026-12-28", to: "2027-02-10" };
    for (const groupBy of ["workflow", "stage", "model", "size", "quality", "purpose", "outcome"] as const) {
      const query = usageSeriesQuerySchema.parse({ ...span, groupBy });
      const series = await getUsageSeries(home.actor.workspace, query);
      for (const { key, totals } of series.groups) {
        const chosen = { ...span, [groupBy]: key ?? "none" };
        const isUnpriced = totals.unpricedCalls === totals.calls;
        expect(await amount({ subject: "usage", ...chosen })).toBe(isUnpriced ? null : totals.costNanoUsd);
        expect(await amount({ subject: "cost_per_image", ...chosen })).toBe(
          totals.costPerDeliveredImageNanoUsd,
        );
      }
    }
  });

  it("of a scenario as the board has it", async () => {
    const { projection, drivers } = await getScenario(home.actor.workspace, scenarioId);
    if (projection.status !== "priced") throw new Error("The sample has a price.");
    expect(await amount({ subject: "scenario_total", scenarioId })).toBe(projection.totalNanoUsd);
    // 1,000 pictures at $0.21085 in each of three months.
    expect(drivers.lengthMonths).toBe(3);
    expect(await amount({ subject: "scenario_average_month", scenarioId })).toBe("210850000000");
    for (const { month, totalNanoUsd } of projection.months) {
      expect(await amount({ subject: "scenario_month", scenarioId, month })).toBe(totalNanoUsd);
    }
  });
});

/** Follows every part of a sum down to its calls and answers them with their amounts. */
async function callsBelow(derivation: DerivationAnswer): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  for (const step of derivation.steps) {
    const { more } = step;
    if (more === null) throw new Error(`“${step.title}” leads nowhere.`);
    if (more.subject === "call") {
      found.set(more.call ?? "", step.amountNanoUsd);
      continue;
    }
    const deeper = await ask(more);
    expect(deeper.amountNanoUsd).toBe(step.amountNanoUsd);
    for (const [id, each] of await callsBelow(deeper)) found.set(id, each);
  }
  return found;
}

describe("a month's total", () => {
  it.each(["usage", "rework", "paid_losses"] as const)(
    "leads down to the single calls that it is made of: %s",
    async (subject) => {
      const month = await ask({ subject, from: "2027-01-01", to: "2027-01-31" });
      const found = await callsBelow(month);
      const sum = [...found.values()].reduce((total, each) => total + BigInt(each ?? 0), 0n);
      expect(String(sum)).toBe(month.amountNanoUsd);

      const stored = await inWorkspace(home.actor.workspace.id, (tx) =>
        tx.call.findMany({ where: { id: { in: [...found.keys()] } } }),
      );
      expect(stored).toHaveLength(found.size);
      for (const { id, costNanoUsd } of stored) {
        expect(found.get(id)).toBe(costNanoUsd === null ? null : String(costNanoUsd));
      }
    },
  );

  it("comes apart in any way to the same amount", async () => {
    const month = await ask({ subject: "usage", from: "2027-01-01", to: "2027-01-31" });
    expect(month.otherways.map(({ question }) => question.by)).toEqual(
      expect.arrayContaining(["workflow", "model", "day", "call"]),
    );
    for (const { question } of month.otherways) {
      const other = await ask(question);
      expect(other.amountNanoUsd).toBe(month.amountNanoUsd);
      const sum = other.steps.reduce((total, step) => total + BigInt(step.amountNanoUsd ?? 0), 0n);
      expect(String(sum)).toBe(month.amountNanoUsd);
    }
  });
});

describe("a call", () => {
  it("arrives at its stored amount, whatever its kind", async () => {
    const stored = await inWorkspace(home.actor.workspace.id, (tx) => tx.call.findMany());
    expect(new Set(stored.map(({ costBasis }) => costBasis)).size).toBeGreaterThan(3);
    for (const { id, costNanoUsd, rateCardId, costBasis } of stored) {
      const { derivation, text } = await explain(home.actor.workspace, { subject: "call", call: id }, NOW);
      expect(derivation.amountNanoUsd).toBe(costNanoUsd === null ? null : String(costNanoUsd));
      expect(text).not.toContain("have changed since");
      if (costNanoUsd !== null && rateCardId !== null && costBasis !== "charged") {
        expect(derivation.rateCards).toHaveLength(1);
        expect(text).toMatch(/checked on \d+ \w+ \d{4}/);
        expect(derivation.steps.length).toBeGreaterThan(0);
      }
    }
  });

  it("whose prices have changed since says so and keeps the stored amount", async () => {
    const { workspace } = home.actor;
    const stored = await inWorkspace(workspace.id, (tx) =>
      tx.call.findFirstOrThrow({ where: { costBasis: "usage", model: "gpt-image-2" } }),
    );
    await inWorkspace(workspace.id, (tx) =>
      tx.rateCard.create({
        data: {
          workspaceId: workspace.id,
          id: "card_late",
          provider: "openai",
          model: "gpt-image-2",
          name: "Agreed later",
          validFrom: "2026-01-01",
          sourceKind: "user_entered",
          checkedOn: "2027-02-01",
          prices: { scheme: "per_call", price: "7", batchPrice: null, multiplier: "1" },
          createdById: "nobody",
        },
      }),
    );
    const { derivation, text } = await explain(workspace, { subject: "call", call: stored.id }, NOW);
    expect(derivation.amountNanoUsd).toBe(String(stored.costNanoUsd));
    expect(text).toContain("priced anew it would cost $7.00");
    await inWorkspace(workspace.id, (tx) => tx.rateCard.deleteMany({ where: { id: "card_late" } }));
  });

  describe("of a provider with several prices of the workspace's own", () => {
    const call = (id: string, occurredAt: string) => ({ id, occurredAt, provider: "acme", model: "easel" });
    const addPrice = (validFrom: string, validTo: string | null, price: string) =>
      createRateCard(home.actor, {
        provider: "acme",
        model: "easel",
        name: `From ${validFrom}`,
        validFrom,
        validTo,
        checkedOn: "2027-02-01",
        prices: { scheme: "per_call", price, batchPrice: null, multiplier: "1" },
      });
    const textOf = async (id: string) =>
      (await explain(home.actor.workspace, { subject: "call", call: id }, NOW)).text;

    it("keeps its parts when another price has ended its own before it, and says what it would cost", async () => {
      const elsewhere = home;
      home = await createPlanningWorkspace();
      await addPrice("2027-01-01", null, "1");
      await recordCalls(home.actor.workspace, [call("first", "2027-01-20T12:00:00Z")], NOW);
      await addPrice("2027-01-10", "2027-01-15", "2");
      await recordCalls(home.actor.workspace, [call("second", "2027-01-20T12:00:00Z")], NOW);
      expect(await textOf("first")).toContain("= 1 call × $1.00");
      expect(await textOf("first")).toContain("priced anew it would have no price");
      // The first price ended with the tenth of January and the second on the fourteenth.
      expect(await textOf("second")).not.toContain("priced anew");
      home = elsewhere;
    });
  });

  it("of another workspace is not found", async () => {
    const elsewhere = await createPlanningWorkspace();
    await expect(
      explain(elsewhere.actor.workspace, { subject: "call", call: "req_1" }, NOW),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(ask({ subject: "call", call: "nothing_1" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a question", () => {
  it.each([
    [{ subject: "call" }, "call"],
    [{ subject: "outlook" }, "month"],
    [{ subject: "outlook", month: "2027-01", from: "2027-01-01" }, "from"],
    [{ subject: "scenario_month", scenarioId: "x" }, "month"],
    [{ subject: "usage", by: "mood" }, "by"],
  ])("that is not one is refused by the name of what is wrong: %o", (query, path) => {
    const { error } = explanationQuerySchema.safeParse(query);
    expect(error?.issues.map((issue) => issue.path[0])).toContain(path);
  });
});
