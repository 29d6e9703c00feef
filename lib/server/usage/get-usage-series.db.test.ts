import { beforeAll, expect, it } from "vitest";
import {
  filterValuesSchema,
  freshnessSchema,
  USAGE_DIMENSIONS,
  usageSeriesQuerySchema,
  usageSeriesSchema,
} from "@/lib/contracts/usage";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getFilterValues } from "./get-filter-values";
import { getFreshness } from "./get-freshness";
import { getUsageSeries } from "./get-usage-series";

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00.123Z");
let workspace: { id: string; timeZone: string };

const call = (id: string, day: string, rest: Record<string, unknown>) => ({
  id,
  occurredAt: `2026-${day}T12:00:00Z`,
  model: "gpt-image-2",
  size: "1024x1024",
  ...rest,
});

beforeAll(async () => {
  workspace = await createLoggingWorkspace(database, "Europe/Berlin");
  await inWorkspace(workspace.id, (tx) =>
    tx.workflow.create({
      data: { workspaceId: workspace.id, id: "w1", slug: "heroes", name: "Landing heroes" },
    }),
  );
  await recordCalls(
    workspace,
    [
      call("a", "10-30", { quality: "low", workflow: "heroes" }),
      call("b", "11-01", { quality: "high", workflow: "heroes" }),
      call("c", "11-01", { quality: "high", workflow: "avatars" }),
      call("d", "11-03", { quality: "high", workflow: "heroes" }),
      call("e", "11-03", { workflow: "avatars", provider: "wisgate" }),
      call("f", "11-04", { quality: "low" }),
    ],
    NOW,
  );
});

const point = (period: string, costNanoUsd: string, unpricedCalls = 0) => ({
  period,
  costNanoUsd,
  paidLossNanoUsd: "0",
  calls: 1,
  failedCalls: 0,
  imagesDelivered: 1,
  imagesPriced: 1 - unpricedCalls,
  unpricedCalls,
});

const series = (query: Record<string, unknown>) =>
  getUsageSeries(workspace, usageSeriesQuerySchema.parse({ from: "2026-10-01", to: "2026-11-30", ...query }));

it("groups by a dimension, dearest first, and leaves days without calls out", async () => {
  const answer = await series({ groupBy: "workflow" });
  expect(usageSeriesSchema.parse(answer)).toEqual(answer);
  expect(answer.groups.map(({ key, label, totals, points }) => [key, label, totals.calls, points])).toEqual([
    [
      "heroes",
      "Landing heroes",
      3,
      [point("2026-10-30", "5880000"), point("2026-11-01", "210720000"), point("2026-11-03", "210720000")],
    ],
    ["avatars", "avatars", 2, [point("2026-11-01", "210720000"), point("2026-11-03", "0", 1)]],
    [null, "No workflow", 1, [point("2026-11-04", "5880000")]],
  ]);
  expect(answer.totals).toMatchObject({ calls: 6, costNanoUsd: "643920000", unpricedCalls: 1 });
});

it("sums up months, and one group where none is asked for", async () => {
  const answer = await series({ interval: "month" });
  expect(answer.groups).toHaveLength(1);
  expect(answer.groups[0]).toMatchObject({
    key: null,
    label: "All calls",
    points: [
      { period: "2026-10", costNanoUsd: "5880000", calls: 1 },
      { period: "2026-11", costNanoUsd: "638040000", calls: 5 },
    ],
  });
});

it("has groups whose totals add up to the whole, whatever the dimension and the filter", async () => {
  for (const groupBy of USAGE_DIMENSIONS) {
    for (const filter of [
      {},
      { workflow: "heroes" },
      { from: "2026-11-02" },
      { quality: "high" },
      { workflow: "none" },
    ]) {
      const { groups, totals } = await series({ groupBy, ...filter });
      const sum = (amounts: string[]) =>
        String(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
      expect(sum(groups.map((group) => group.totals.costNanoUsd))).toBe(totals.costNanoUsd);
      expect(sum(groups.flatMap((group) => group.points.map((point) => point.costNanoUsd)))).toBe(
        totals.costNanoUsd,
      );
    }
  }
});

it("is empty where nothing was logged", async () => {
  const answer = await series({ from: "2025-01-01", to: "2025-01-31", groupBy: "model" });
  expect(answer).toMatchObject({
    groups: [],
    totals: { calls: 0, costNanoUsd: "0", costPerDeliveredImageNanoUsd: null },
  });
});

it("says how far the data reach and what can be chosen", async () => {
  expect(freshnessSchema.parse(await getFreshness(workspace))).toEqual({
    timeZone: "Europe/Berlin",
    lastCallAt: "2026-11-04T12:00:00.000Z",
    lastReceivedAt: NOW.toISOString(),
    calls: 6,
    unpricedCalls: 1,
    boundLowNanoUsd: "0",
    boundHighNanoUsd: "0",
    unboundedCalls: 1,
  });
  expect(filterValuesSchema.parse(await getFilterValues(workspace))).toEqual({
    workflows: [
      { slug: "avatars", name: "avatars" },
      { slug: "heroes", name: "Landing heroes" },
    ],
    providers: ["openai", "wisgate"],
    models: ["gpt-image-2"],
    sizes: ["1024x1024"],
    qualities: ["high", "low"],
    tags: [],
    firstDate: "2026-10-30",
    lastDate: "2026-11-04",
  });
});

it("knows nothing of an empty workspace", async () => {
  const empty = await createLoggingWorkspace(database);
  expect(await getFreshness(empty)).toMatchObject({ lastCallAt: null, lastReceivedAt: null, calls: 0 });
  expect(await getFilterValues(empty)).toMatchObject({ providers: [], sizes: [], firstDate: null });
});
