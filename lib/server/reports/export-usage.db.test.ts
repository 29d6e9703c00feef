import { beforeAll, expect, it } from "vitest";
import { usageSeriesQuerySchema } from "@/lib/contracts/usage";
import { parseUsd } from "@/lib/money";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { createPlanningWorkspace } from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getUsageSeries } from "@/lib/server/usage/get-usage-series";
import { exportUsage } from "./export-usage";

useTestDatabase();

let workspace: WorkspaceRow;

beforeAll(async () => {
  workspace = (await createPlanningWorkspace()).actor.workspace;
  const logged = Array.from({ length: 90 }, (_, index) => ({
    id: `c${index}`,
    occurredAt: new Date(Date.UTC(2026, 9, 1, 9) + index * 17 * 3_600_000).toISOString(),
    model: "gpt-image-2",
    size: "1024x1024",
    quality: ["low", "medium", "high"][index % 3],
    workflow: [undefined, "heroes", "avatars", "icons"][index % 4],
    outcome: index % 7 === 0 ? "failed" : "succeeded",
    ...(index % 5 === 0 && { chargedUsd: `0.00000000${1 + (index % 9)}` }),
  }));
  await recordCalls(workspace, logged, new Date("2026-12-24T12:00:00Z"));
});

async function exported(query: Record<string, unknown>) {
  const parsed = usageSeriesQuerySchema.parse({ from: "2026-10-20", to: "2026-11-20", ...query });
  const text = await (await exportUsage(workspace, parsed)).text();
  const [head = [], ...rows] = text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return {
    series: await getUsageSeries(workspace, parsed),
    rows: rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ""]))),
  };
}

it.each([
  { groupBy: "workflow", thenBy: "quality", interval: "week", top: "3", compare: "previous" },
  { groupBy: "quality", interval: "month", top: "1" },
  { groupBy: "outcome", thenBy: "workflow", interval: "day", measure: "errorRate", top: "2" },
  { interval: "week", compare: "previous", workflow: "!heroes" },
])("has the groups, the rest and the total of the screen to the last digit: %o", async (query) => {
  const { series, rows } = await exported(query);
  const total = rows.at(-1);
  const parts = rows.slice(0, -1);
  const usd = (row: Record<string, string> | undefined, name = "cost_usd") => parseUsd(row?.[name] ?? "");
  expect(String(usd(total))).toBe(series.totals.costNanoUsd);
  expect(String(parts.reduce((sum, row) => sum + usd(row), 0n))).toBe(series.totals.costNanoUsd);
  expect(total).toMatchObject({
    calls: String(series.totals.calls),
    failed_calls: String(series.totals.failedCalls),
    images_delivered: String(series.totals.imagesDelivered),
  });
  const shown = [...series.groups, ...(series.other ? [series.other] : [])];
  const withCalls = parts.filter(({ calls }) => calls !== "0");
  expect(withCalls.map((row) => String(usd(row))).toSorted()).toEqual(
    shown.flatMap(({ points }) => points.map(({ costNanoUsd }) => costNanoUsd)).toSorted(),
  );
  const others = parts.filter((row) => Object.values(row).some((cell) => cell.startsWith("Other (")));
  expect(
    new Set(others.flatMap((row) => Object.values(row).filter((cell) => cell.startsWith("Other")))),
  ).toEqual(new Set(series.other ? [`Other (${series.other.groups.length})`] : []));
  if (series.previous) {
    expect(String(usd(total, "previous_cost_usd"))).toBe(series.previous.totals.costNanoUsd);
    expect(String(parts.reduce((sum, row) => sum + usd(row, "previous_cost_usd"), 0n))).toBe(
      series.previous.totals.costNanoUsd,
    );
  }
});
