import { beforeAll, beforeEach, expect, test } from "vitest";
import { lifecycleSchema } from "@/lib/contracts/lifecycle";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { withClient } from "@/lib/server/migrations/with-client";
import { createRateCard } from "@/lib/server/prices/create-rate-card";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import {
  createPlanningWorkspace,
  type PlanningWorkspace,
} from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getLifecycle } from "./get-lifecycle";

const database = useTestDatabase();
/** In Berlin the 23rd has begun. */
const NOW = new Date("2026-11-22T23:30:00Z");

let home: PlanningWorkspace;

beforeAll(() => withClient(database.url, syncCatalogue));

beforeEach(async () => {
  home = await createPlanningWorkspace();
});

let number = 0;
function call(changes: object = {}) {
  number += 1;
  return {
    id: `call_${number}`,
    occurredAt: "2026-11-10T10:00:00Z",
    model: "gpt-image-1.5",
    size: "1024x1024",
    quality: "high",
    ...changes,
  };
}

const log = (...calls: object[]) => recordCalls(home.actor.workspace, calls, NOW);
const lifecycle = () => getLifecycle(home.actor.workspace, NOW);

test("nothing is ending where nothing that ends is used", async () => {
  await createScenario(home.actor, home.body);
  await log(call({ model: "gpt-image-2" }), call({ occurredAt: "2026-10-24T10:00:00Z" }));
  expect(await lifecycle()).toEqual({ today: "2026-11-23", timeZone: "Europe/Berlin", items: [] });
});

test("the last 30 local days count, and what they would cost on the successors", async () => {
  await log(
    // The first of the thirty days begins in Berlin two hours before it does in UTC.
    call({ occurredAt: "2026-10-24T22:30:00Z", n: 2 }),
    call({ n: 3 }),
    call({ size: "1536x1024", quality: "medium", batch: true }),
    call({ outcome: "failed", httpStatus: 401 }),
  );
  const answer = await lifecycle();
  expect(lifecycleSchema.parse(answer)).toEqual(answer);
  expect(answer.items).toHaveLength(1);
  const [item] = answer.items;
  // 5 × 4,160 × $32 / 1M = 0.6656; 1,568 × $16 / 1M = 0.025088 in the batch.
  expect(item).toMatchObject({
    provider: "openai",
    model: "gpt-image-1.5",
    shutdownOn: "2026-12-01",
    daysLeft: 8,
    statedBy: { provider: "openai" },
    traffic: { from: "2026-10-25", to: "2026-11-23", calls: 4, images: 6, costNanoUsd: "690688000" },
  });
  expect(item?.successors.map(({ model, kind, isEstimable }) => [model, kind, isEstimable])).toEqual([
    ["gpt-image-2.6-sunburst", "named", false],
    ["gpt-image-2.6-flare", "named", false],
    ["gpt-image-2", "alternative", true],
  ]);
  // 5 × 1,756 × $30 / 1M = 0.2634; of its landscape pictures nothing is known.
  expect(item?.successors[0]?.cost).toMatchObject({
    pricedCalls: 2,
    lowNanoUsd: "263400000",
    highNanoUsd: "263400000",
    unpricedCalls: 1,
  });
  // 5 × 7,024 × $30 / 1M = 1.0536; 1,372 × $15 / 1M = 0.02058 in the batch.
  expect(item?.successors[2]?.cost).toEqual({
    pricedCalls: 3,
    lowNanoUsd: "1074180000",
    highNanoUsd: "1074180000",
    sameCallsNanoUsd: "690688000",
    unpricedCalls: 0,
    reasons: [],
  });
});

test("what the successor has no price for is counted apart, and what is open is a range", async () => {
  await log(call({ quality: "auto" }), call({ quality: "hd" }));
  const [item] = (await lifecycle()).items;
  expect(item?.traffic).toMatchObject({ calls: 2, unpricedCalls: 2 });
  // 196 and 7,024 tokens at $30 / 1M.
  expect(item?.successors[2]?.cost).toMatchObject({
    pricedCalls: 1,
    lowNanoUsd: "5880000",
    highNanoUsd: "210720000",
    sameCallsNanoUsd: null,
    unpricedCalls: 1,
    reasons: ["It does not know some of these qualities, or has no price for them."],
  });
});

test("traffic may have cost more than 64 bits hold", async () => {
  await createRateCard(home.actor, {
    provider: "openai",
    model: "gpt-image-1.5",
    name: "Dear",
    validFrom: "2026-11-01",
    checkedOn: "2026-11-01",
    shutdownOn: "2026-12-01",
    prices: {
      scheme: "per_image",
      standard: [{ size: "any", quality: "any", price: "99999" }],
      batch: null,
      multiplier: "99",
    },
  });
  await log(...Array.from({ length: 10 }, () => call({ n: 100 })));
  // 1,000 images × $99,999 × 99.
  expect((await lifecycle()).items[0]?.traffic.costNanoUsd).toBe("9899901000000000000");
});

test("prompts count as long as the calls reported them", async () => {
  const usage = { input_tokens: 40, input_tokens_details: { text_tokens: 40 }, output_tokens: 4160 };
  await log(call({ usage }));
  const [item] = (await lifecycle()).items;
  // 7,024 × $30 / 1M and 40 × $5 / 1M.
  expect(item?.successors[2]?.cost?.lowNanoUsd).toBe("210920000");
});

test("scenarios count with the months in which the model is gone", async () => {
  const scenario = (name: string, startsOn: string, lengthMonths: number) =>
    createScenario(home.actor, {
      ...home.body,
      name,
      drivers: { ...home.body.drivers, model: "gpt-image-1.5", startsOn, lengthMonths },
    });
  await scenario("Over", "2026-01-01", 3);
  await scenario("Ends in time", "2026-11-01", 1);
  await scenario("Goes beyond", "2026-11-15", 3);
  const [item] = (await lifecycle()).items;
  expect(item?.scenarios).toMatchObject([
    { name: "Ends in time", to: "2026-11-30", monthsBeyond: 0 },
    { name: "Goes beyond", to: "2027-02-14", monthsBeyond: 3 },
  ]);
  expect(item?.traffic.calls).toBe(0);
  expect(item?.successors.every(({ cost }) => cost === null)).toBe(true);
});

test("a gateway's model ends when its maker ends it, unless its own card says when", async () => {
  await log(call({ provider: "wisgate" }), call({ provider: "wisgate", model: "gpt-image-1-2025-04-23" }));
  const body = {
    provider: "wisgate",
    model: "gpt-image-1.5",
    name: "WisGate",
    validFrom: "2026-01-01",
    checkedOn: "2026-11-01",
    prices: { scheme: "per_call", price: "0.1", batchPrice: null, multiplier: "1" },
  } as const;
  const ends = async () =>
    (await lifecycle()).items.map(({ model, daysLeft, statedBy }) => [model, daysLeft, statedBy.provider]);
  expect(await ends()).toEqual([
    ["gpt-image-1-2025-04-23", -31, "openai"],
    ["gpt-image-1.5", 8, "openai"],
  ]);
  await createRateCard(home.actor, { ...body, shutdownOn: "2027-01-01" });
  expect(await ends()).toEqual([
    ["gpt-image-1-2025-04-23", -31, "openai"],
    ["gpt-image-1.5", 39, "wisgate"],
  ]);
});

test("a provider with terms of its own does not end a model when its maker does", async () => {
  // The catalogue has a price of Azure's for the one and none for the other; neither says when it ends there.
  await log(call({ provider: "azure" }), call({ provider: "azure", model: "chatgpt-image-latest" }));
  expect((await lifecycle()).items).toEqual([]);
  await createRateCard(home.actor, {
    provider: "azure",
    model: "chatgpt-image-latest",
    name: "Azure, as agreed",
    validFrom: "2026-01-01",
    checkedOn: "2026-11-01",
    shutdownOn: "2027-02-01",
    prices: { scheme: "per_call", price: "0.1", batchPrice: null, multiplier: "1" },
  });
  const [item, ...others] = (await lifecycle()).items;
  expect(item).toMatchObject({
    model: "chatgpt-image-latest",
    shutdownOn: "2027-02-01",
    statedBy: { provider: "azure" },
  });
  expect(others).toEqual([]);
});

test("another workspace's calls end nothing here", async () => {
  await log(call());
  const other = await createPlanningWorkspace();
  expect((await getLifecycle(other.actor.workspace, NOW)).items).toEqual([]);
});
