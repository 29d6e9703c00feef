import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { priceImpactSchema } from "@/lib/contracts/price-impact";
import type { RateCardBody } from "@/lib/contracts/prices";
import { parseUsd } from "@/lib/money";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { commitScenario } from "@/lib/server/scenarios/commit-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { deleteScenario } from "@/lib/server/scenarios/delete-scenario";
import {
  createPlanningWorkspace,
  type PlanningWorkspace,
} from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { createRateCard } from "./create-rate-card";
import { previewRateCard } from "./preview-rate-card";
import { previewRemoval } from "./preview-removal";
import { syncCatalogue } from "./sync-catalogue";

const database = useTestDatabase();
const NOW = new Date("2026-12-10T09:00:00Z");

/** Ten cents a picture from February on, where the list comes to $0.21085. */
const CHEAPER: RateCardBody = {
  provider: "openai",
  model: "gpt-image-2",
  name: "Negotiated",
  validFrom: "2027-02-01",
  checkedOn: "2026-12-01",
  prices: {
    scheme: "per_image",
    standard: [{ size: "1024x1024", quality: "high", price: "0.1" }],
    batch: null,
    multiplier: "1",
  },
};
const LISTED = "210850000000";
const NEGOTIATED = "100000000000";

let home: PlanningWorkspace;
let workspace: WorkspaceRow;

beforeAll(() => withClient(database.url, syncCatalogue));

beforeEach(async () => {
  home = await createPlanningWorkspace();
  workspace = { ...home.actor.workspace, monthlyBudgetNanoUsd: parseUsd("150") };
});

const countCards = () => inWorkspace(workspace.id, (tx) => tx.rateCard.count());

describe("what a price would change in scenarios", () => {
  test("is told month by month, and nothing is written", async () => {
    const { id } = await createScenario(home.actor, home.body);
    const impact = await previewRateCard(workspace, CHEAPER);
    expect(priceImpactSchema.parse(impact)).toEqual(impact);
    // 3 × 210.85 = 632.55; 210.85 + 2 × 100 = 410.85.
    expect(impact.scenarios).toMatchObject([
      {
        id,
        beforeNanoUsd: "632550000000",
        afterNanoUsd: "410850000000",
        months: [
          { month: "2027-01", beforeNanoUsd: LISTED, afterNanoUsd: LISTED },
          { month: "2027-02", beforeNanoUsd: LISTED, afterNanoUsd: NEGOTIATED },
          { month: "2027-03", beforeNanoUsd: LISTED, afterNanoUsd: NEGOTIATED },
        ],
        problem: null,
      },
    ]);
    expect(await countCards()).toBe(0);
  });

  test("leaves out scenarios of other prices and deleted ones", async () => {
    const deleted = await createScenario(home.actor, home.body);
    await deleteScenario(home.actor, deleted.id, NOW);
    const drivers = { ...home.body.drivers, model: "gpt-image-1.5" };
    await createScenario(home.actor, { ...home.body, drivers });
    expect(await previewRateCard(workspace, CHEAPER)).toMatchObject({ scenarios: [], plannedMonths: [] });
  });

  test("says when a scenario gets its first price, and when it loses it", async () => {
    const drivers = { ...home.body.drivers, provider: "wisgate" };
    await createScenario(home.actor, { ...home.body, drivers });
    const body = { ...CHEAPER, provider: "wisgate", validFrom: "2026-06-01" };
    const { scenarios, plannedMonths } = await previewRateCard(workspace, body);
    expect(scenarios).toMatchObject([{ beforeNanoUsd: null, afterNanoUsd: "300000000000", problem: null }]);
    expect(plannedMonths[0]).toMatchObject({
      month: "2027-01",
      beforeNanoUsd: "0",
      afterNanoUsd: NEGOTIATED,
      unpricedBefore: 1,
      unpricedAfter: 0,
    });

    const { id } = await createRateCard(home.actor, body);
    const removal = await previewRemoval(workspace, id);
    expect(removal.scenarios).toMatchObject([{ beforeNanoUsd: "300000000000", afterNanoUsd: null }]);
    expect(removal.scenarios[0]?.problem).toMatch(/No price for gpt-image-2 at wisgate/);
    expect(removal.inUse).toMatch(/“Pilot”/);
  });

  test("a price that lists no such picture takes the price away", async () => {
    await createScenario(home.actor, home.body);
    const standard = [{ size: "1536x1024", quality: "high" as const, price: "0.1" }];
    const prices = { ...CHEAPER.prices, standard } as RateCardBody["prices"];
    const { scenarios } = await previewRateCard(workspace, { ...CHEAPER, prices });
    expect(scenarios).toMatchObject([{ beforeNanoUsd: "632550000000", afterNanoUsd: null }]);
    expect(scenarios[0]?.problem).not.toBeNull();
  });
});

describe("what it would change in the budget", () => {
  test("counts the scenario that is committed of each workflow and stage, else the one edited last", async () => {
    const committed = await createScenario(home.actor, home.body);
    await commitScenario(home.actor, committed.id, 1, NOW);
    // An alternative that would double the sum.
    await createScenario(home.actor, { ...home.body, name: "Another" });
    const { plannedMonths, budgetNanoUsd } = await previewRateCard(workspace, CHEAPER);
    expect(budgetNanoUsd).toBe("150000000000");
    const crossing = { isOverBudgetBefore: true, isOverBudgetAfter: false };
    const amounts = { beforeNanoUsd: LISTED, afterNanoUsd: NEGOTIATED };
    expect(plannedMonths).toMatchObject([
      { month: "2027-02", ...amounts, ...crossing },
      { month: "2027-03", ...amounts, ...crossing },
    ]);
  });

  test("judges nothing where there is no budget", async () => {
    await createScenario(home.actor, home.body);
    const { plannedMonths } = await previewRateCard({ ...workspace, monthlyBudgetNanoUsd: null }, CHEAPER);
    expect(plannedMonths).toHaveLength(2);
    expect(plannedMonths[0]).toMatchObject({ isOverBudgetBefore: null, isOverBudgetAfter: null });
  });
});

describe("logged calls that it covers", () => {
  const call = (id: string, occurredAt: string, changes = {}) => ({
    id,
    occurredAt,
    provider: "wisgate",
    model: "gpt-image-2",
    size: "1024x1024",
    quality: "high",
    ...changes,
  });
  const BODY = { ...CHEAPER, provider: "wisgate", validFrom: "2026-10-05" };

  async function log() {
    await recordCalls(
      workspace,
      [
        call("early", "2026-10-04T10:00:00Z"),
        call("oct", "2026-10-05T10:00:00Z"),
        call("nov", "2026-11-03T10:00:00Z"),
        call("snapshot", "2026-11-04T10:00:00Z", { model: "gpt-image-2-2026-04-21" }),
        call("charged", "2026-11-05T10:00:00Z", { chargedUsd: "0.3" }),
        call("elsewhere", "2026-11-05T10:00:00Z", { provider: "openai" }),
        call("dec", "2026-12-02T10:00:00Z"),
      ],
      NOW,
    );
  }

  test("are counted by month; closed months are named and out of reach", async () => {
    await log();
    await inWorkspace(workspace.id, (tx) =>
      tx.monthClose.createMany({
        data: [
          { id: "c1", month: "2026-10", reopenedAt: null },
          { id: "c2", month: "2026-11", reopenedAt: NOW },
        ].map((close) => ({
          ...close,
          workspaceId: workspace.id,
          calls: 2n,
          costNanoUsd: 0,
          unpricedCalls: 2n,
          closedById: home.actor.id,
          closedAt: NOW,
        })),
      }),
    );
    const { loggedMonths, reach } = await previewRateCard(workspace, BODY);
    const unpriced = { costNanoUsd: "0" };
    expect(loggedMonths).toEqual([
      { month: "2026-10", calls: 1, unpricedCalls: 1, isClosed: true, ...unpriced },
      { month: "2026-11", calls: 2, unpricedCalls: 2, isClosed: false, ...unpriced },
      { month: "2026-12", calls: 1, unpricedCalls: 1, isClosed: false, ...unpriced },
    ]);
    expect(reach).toEqual({ from: "2026-11-03", to: "2026-12-02", calls: 3, unpricedCalls: 3 });
  });

  test("keep the price they have, which is told", async () => {
    const { id } = await createRateCard(home.actor, { ...BODY, validFrom: "2026-09-01" });
    await log();
    const { loggedMonths, endsEarlier } = await previewRateCard(workspace, BODY);
    expect(endsEarlier).toMatchObject({ id });
    // At ten cents each.
    expect(loggedMonths).toMatchObject([
      { month: "2026-10", calls: 1, costNanoUsd: "100000000" },
      { month: "2026-11", calls: 2, costNanoUsd: "200000000" },
      { month: "2026-12", calls: 1, costNanoUsd: "100000000" },
    ]);
    const { inUse } = await previewRemoval(workspace, id);
    expect(inUse).toMatch(/Calls were priced/);
  });

  test("may cost more than 64 bits hold", async () => {
    const standard = [{ size: "any", quality: "any" as const, price: "99999" }];
    const prices = { scheme: "per_image" as const, standard, batch: null, multiplier: "99" };
    await createRateCard(home.actor, { ...BODY, validFrom: "2026-09-01", prices });
    const calls = Array.from({ length: 10 }, (_, index) =>
      call(`dear_${index}`, "2026-10-05T10:00:00Z", { n: 100 }),
    );
    await recordCalls(workspace, calls, NOW);
    // 1,000 images × $99,999 × 99.
    expect((await previewRateCard(workspace, BODY)).loggedMonths).toMatchObject([
      { month: "2026-10", costNanoUsd: "9899901000000000000" },
    ]);
  });

  test("are reached on the local days that the price's first and last day in UTC fall on", async () => {
    const inLosAngeles = { ...workspace, timeZone: "America/Los_Angeles" };
    await inWorkspace(workspace.id, (tx) =>
      tx.workspace.update({ where: { id: workspace.id }, data: { timeZone: inLosAngeles.timeZone } }),
    );
    // In Los Angeles it is the evening of the fourth, and the evening of the tenth.
    await recordCalls(
      inLosAngeles,
      [
        call("too_early", "2026-10-04T23:59:59Z"),
        call("first", "2026-10-05T01:00:00Z"),
        call("within", "2026-10-07T10:00:00Z"),
        call("too_late", "2026-10-11T01:00:00Z"),
      ],
      NOW,
    );
    const { reach } = await previewRateCard(inLosAngeles, { ...BODY, validTo: "2026-10-11" });
    expect(reach).toMatchObject({ from: "2026-10-04", to: "2026-10-10" });
  });

  test("are left as they are by the preview and by saving, closed or not", async () => {
    await createRateCard(home.actor, { ...BODY, validFrom: "2026-09-01" });
    await log();
    const logged = () =>
      inWorkspace(workspace.id, (tx) =>
        tx.call.findMany({
          select: { id: true, costBasis: true, costNanoUsd: true, rateCardId: true },
          orderBy: { id: "asc" },
        }),
      );
    const events = () => inWorkspace(workspace.id, (tx) => tx.auditEvent.count());
    const [callsBefore, eventsBefore] = [await logged(), await events()];
    await previewRateCard(workspace, BODY);
    expect(await events()).toBe(eventsBefore);
    expect(await countCards()).toBe(1);
    await createRateCard(home.actor, BODY);
    expect(await logged()).toEqual(callsBefore);
  });

  test("end where the next price begins", async () => {
    await log();
    await createRateCard(home.actor, { ...BODY, validFrom: "2026-11-01" });
    const { validTo, loggedMonths } = await previewRateCard(workspace, BODY);
    expect(validTo).toBe("2026-11-01");
    expect(loggedMonths.map(({ month }) => month)).toEqual(["2026-10"]);
  });

  test("of another workspace are nobody's business here", async () => {
    await log();
    await createScenario(home.actor, {
      ...home.body,
      drivers: { ...home.body.drivers, provider: "wisgate" },
    });
    const other = await createPlanningWorkspace();
    expect(await previewRateCard(other.actor.workspace, BODY)).toMatchObject({
      scenarios: [],
      loggedMonths: [],
      reach: null,
    });
    const { id } = await createRateCard(home.actor, BODY);
    await expect(previewRemoval(other.actor.workspace, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

test("what cannot be saved has no preview", async () => {
  await createRateCard(home.actor, CHEAPER);
  await expect(previewRateCard(workspace, CHEAPER)).rejects.toMatchObject({ code: "already_exists" });
});
