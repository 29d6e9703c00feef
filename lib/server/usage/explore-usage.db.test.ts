import { beforeAll, expect, it } from "vitest";
import { callListQuerySchema } from "@/lib/contracts/calls";
import { USAGE_DIMENSIONS, usageSeriesQuerySchema, usageSeriesSchema } from "@/lib/contracts/usage";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getUsageSeries } from "./get-usage-series";
import { listCalls } from "./list-calls";

const database = useTestDatabase();
let workspace: { id: string; timeZone: string };
let calls: Awaited<ReturnType<typeof listCalls>>["items"];

const MODELS = ["gpt-image-2", "gpt-image-1", "a,b", "!odd"];
const OUTCOMES = ["succeeded", "succeeded", "failed", "timed_out"];

beforeAll(async () => {
  workspace = await createLoggingWorkspace(database, "Asia/Kathmandu");
  // Every index takes each list at another pace, so that the combinations differ.
  const logged = Array.from({ length: 120 }, (_, index) => ({
    id: `c${index}`,
    // Every 13 hours from 20:00 UTC, past midnight in Kathmandu.
    occurredAt: new Date(Date.UTC(2026, 8, 28, 20) + index * 13 * 3_600_000).toISOString(),
    model: MODELS[index % 4],
    size: ["1024x1024", "1536x1024"][index % 2],
    quality: ["low", "medium", "high", undefined][index % 5],
    workflow: [undefined, "heroes", "avatars"][index % 3],
    stage: ["pilot", undefined, "production"][index % 7],
    outcome: OUTCOMES[index % 4],
    batch: index % 6 === 0,
    operation: index % 11 === 0 ? "edit" : "generation",
    ...(index % 9 === 8 && { retryOf: `c${index - 1}` }),
    ...(index % 8 === 0 && { chargedUsd: `0.${index + 1}` }),
  }));
  const { counts } = await recordCalls(workspace, logged, new Date("2026-12-24T12:00:00Z"));
  expect(counts.created).toBe(120);
  calls = (await listCalls(workspace, callListQuerySchema.parse({ limit: 500 }))).items;
});

const SPAN = { from: "2026-10-08", to: "2026-11-12" };
const series = (query: Record<string, unknown> = {}) =>
  getUsageSeries(workspace, usageSeriesQuerySchema.parse({ ...SPAN, ...query }));

type LoggedCall = (typeof calls)[number];

const READ: Record<(typeof USAGE_DIMENSIONS)[number], (call: LoggedCall) => string | null> = {
  workflow: (call) => call.workflow,
  stage: (call) => call.stage,
  purpose: (call) => call.purpose,
  provider: (call) => call.provider,
  model: (call) => call.model,
  operation: (call) => call.operation,
  size: (call) => call.size,
  quality: (call) => call.quality,
  outcome: (call) => call.outcome,
  batch: (call) => (call.batch ? "yes" : "no"),
  retry: (call) => (call.retryOf === null ? "no" : "yes"),
  costBasis: (call) => call.costBasis,
  unpricedReason: (call) => call.unpricedReason,
};

function brute(selected: readonly LoggedCall[]) {
  return {
    calls: selected.length,
    failedCalls: selected.filter(({ outcome }) => outcome === "failed" || outcome === "timed_out").length,
    imagesDelivered: selected.reduce((sum, call) => sum + call.imagesReturned, 0),
    unpricedCalls: selected.filter(({ costNanoUsd }) => costNanoUsd === null).length,
    costNanoUsd: String(selected.reduce((sum, call) => sum + BigInt(call.costNanoUsd ?? 0), 0n)),
    paidLossNanoUsd: String(
      selected
        .filter(({ imagesReturned }) => imagesReturned === 0)
        .reduce((sum, call) => sum + BigInt(call.costNanoUsd ?? 0), 0n),
    ),
  };
}

const inSpan = ({ localDate }: LoggedCall) => localDate >= SPAN.from && localDate <= SPAN.to;

it("groups by any two dimensions as the calls themselves do", async () => {
  for (const groupBy of USAGE_DIMENSIONS) {
    for (const thenBy of ["model", "quality", "retry"] as const) {
      if (groupBy === thenBy) continue;
      const answer = await series({ groupBy, thenBy });
      expect(usageSeriesSchema.parse(answer)).toEqual(answer);
      expect(answer.other).toBeNull();
      expect(answer.totals).toMatchObject(brute(calls.filter(inSpan)));
      const keys = new Set(
        calls.filter(inSpan).map((call) => JSON.stringify([READ[groupBy](call), READ[thenBy](call)])),
      );
      expect(answer.groups).toHaveLength(keys.size);
      for (const group of answer.groups) {
        const own = calls.filter(
          (call) => inSpan(call) && READ[groupBy](call) === group.key && READ[thenBy](call) === group.thenKey,
        );
        expect(group.totals).toMatchObject(brute(own));
        for (const point of group.points)
          expect(point).toMatchObject(brute(own.filter(({ localDate }) => localDate === point.period)));
      }
    }
  }
});

it("has an Other that is the exact rest, by every measure", async () => {
  for (const measure of usageSeriesQuerySchema.shape.measure.unwrap().options) {
    const all = await series({ groupBy: "model", thenBy: "quality", interval: "week", measure });
    const top = await series({ groupBy: "model", thenBy: "quality", interval: "week", measure, top: "3" });
    expect(top.groups).toEqual(all.groups.slice(0, 3));
    expect(top.other?.groups).toEqual(all.groups.slice(3).map(({ points: _, ...group }) => group));
    expect(top.totals).toEqual(all.totals);
    const cost = (points: { costNanoUsd: string }[]) =>
      points.reduce((sum, point) => sum + BigInt(point.costNanoUsd), 0n);
    for (const { period, ...whole } of all.points) {
      const parts = [...top.groups, ...(top.other ? [top.other] : [])].flatMap(({ points }) =>
        points.filter((point) => point.period === period),
      );
      expect(cost(parts)).toBe(BigInt(whole.costNanoUsd));
      expect(parts.reduce((sum, part) => sum + part.failedCalls, 0)).toBe(whole.failedCalls);
    }
    expect(cost(top.other?.points ?? [])).toBe(BigInt(top.other?.totals.costNanoUsd ?? 0));
  }
});

it("sums weeks from Monday in the workspace's zone", async () => {
  const answer = await series({ interval: "week" });
  // 5 October 2026 is a Monday; the span begins on the Thursday of that week.
  const firstWeek = calls.filter(({ localDate }) => localDate >= "2026-10-08" && localDate <= "2026-10-11");
  expect(answer.points[0]).toMatchObject({ period: "2026-10-05", ...brute(firstWeek) });
});

it("puts the span before into the periods that it is compared with", async () => {
  const span = { from: "2026-10-20", to: "2026-11-02" };
  const { previous, groups } = await series({ ...span, groupBy: "model", compare: "previous" });
  const before = calls.filter(({ localDate }) => localDate >= "2026-10-06" && localDate <= "2026-10-19");
  expect(previous).toMatchObject({ from: "2026-10-06", to: "2026-10-19", totals: brute(before) });
  for (const point of previous?.points ?? []) {
    const day = new Date(Date.parse(point.period) - 14 * 86_400_000).toISOString().slice(0, 10);
    expect(point).toMatchObject(brute(before.filter(({ localDate }) => localDate === day)));
  }
  for (const group of groups)
    expect(group.previous).toMatchObject(brute(before.filter(({ model }) => model === group.key)));

  const month = await series({
    from: "2026-11-01",
    to: "2026-11-30",
    interval: "month",
    compare: "previous",
  });
  const october = calls.filter(({ localDate }) => localDate.startsWith("2026-10"));
  expect(month.previous?.points).toMatchObject([{ period: "2026-11", ...brute(october) }]);
});

it("selects any of several values, and all but some, alike in sums and in the list", async () => {
  const cases: [Record<string, string>, (call: LoggedCall) => boolean][] = [
    [{ model: "gpt-image-2,gpt-image-1" }, ({ model }) => model.startsWith("gpt")],
    [{ model: "a\\,b" }, ({ model }) => model === "a,b"],
    [{ model: "!\\!odd,a\\,b" }, ({ model }) => model.startsWith("gpt")],
    [{ workflow: "heroes,none" }, ({ workflow }) => workflow !== "avatars"],
    [{ workflow: "!heroes" }, ({ workflow }) => workflow !== "heroes"],
    [{ workflow: "!heroes,none" }, ({ workflow }) => workflow === "avatars"],
    [{ stage: "!none" }, ({ stage }) => stage !== null],
    [{ quality: "!low,high" }, ({ quality }) => quality !== "low" && quality !== "high"],
    [{ outcome: "failed,timed_out" }, ({ outcome }) => outcome !== "succeeded"],
    [{ batch: "yes" }, ({ batch }) => batch],
    [{ batch: "!yes", retry: "yes" }, ({ batch, retryOf }) => !batch && retryOf !== null],
    [{ retry: "yes,no", operation: "edit" }, ({ operation }) => operation === "edit"],
    [{ costBasis: "!unpriced,charged" }, ({ costBasis }) => !["unpriced", "charged"].includes(costBasis)],
  ];
  for (const [filter, isSelected] of cases) {
    const expected = calls.filter((call) => inSpan(call) && isSelected(call));
    expect(expected.length).toBeGreaterThan(0);
    const listed = await listCalls(workspace, callListQuerySchema.parse({ ...SPAN, ...filter, limit: 500 }));
    expect(listed.items).toEqual(expected);
    expect((await series(filter)).totals).toMatchObject(brute(expected));
  }
});
