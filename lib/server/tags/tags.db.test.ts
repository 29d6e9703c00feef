import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { callListQuerySchema } from "@/lib/contracts/calls";
import { MAX_TAG_VALUES } from "@/lib/contracts/tag-filter";
import { usageSeriesQuerySchema } from "@/lib/contracts/usage";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { explain } from "@/lib/server/explanations/explain";
import { dropBatch } from "@/lib/server/retention/drop-batch";
import { keepCalls } from "@/lib/server/retention/keep-calls";
import { confirmDrop, drop, forgetHeartbeat, runLatest } from "@/lib/server/retention/testing/dropping";
import { exportUsage } from "@/lib/server/reports/export-usage";
import { createTestWorkspace, createUser } from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getFilterValues } from "@/lib/server/usage/get-filter-values";
import { getUsageSeries } from "@/lib/server/usage/get-usage-series";
import { listCalls } from "@/lib/server/usage/list-calls";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { countTag, findOpenTagCounts } from "./count-tag";
import { listTags } from "./list-tags";
import { trackTag } from "./track-tag";
import { untrackTag } from "./untrack-tag";

useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");
let actor: Actor;

beforeEach(async () => {
  const owner = await createUser();
  const workspace = await createTestWorkspace(owner);
  actor = { kind: "user", id: owner.id, name: owner.name, role: "owner", scopes: null, workspace };
});

/** A call that was charged so many dollars. */
function call(id: string, date: string, usd: string, tags?: Record<string, string>) {
  return {
    id,
    occurredAt: `${date}T12:00:00Z`,
    model: "gpt-image-2",
    chargedUsd: usd,
    ...(tags && { tags }),
  };
}

async function log(calls: ReturnType<typeof call>[]): Promise<void> {
  const { counts } = await recordCalls(actor.workspace, calls, NOW);
  expect(counts.created).toBe(calls.length);
}

async function track(key: string): Promise<string> {
  const { id } = await trackTag(actor, { key }, NOW);
  await countTag(actor.workspace.id, id);
  return id;
}

const SPAN = { from: "2026-11-01", to: "2026-11-30" };
const series = (query: Record<string, string> = {}) =>
  getUsageSeries(actor.workspace, usageSeriesQuerySchema.parse({ ...SPAN, ...query }));

/** Dollars by the key of the group. */
async function groups(query: Record<string, string> = {}) {
  const answer = await series({ groupBy: "tag:team", ...query });
  return answer.groups.map(({ key, label, totals }) => [
    key,
    label,
    Number(totals.costNanoUsd) / 1e9,
    totals.calls,
  ]);
}

const ids = async (filter: Record<string, string>) =>
  (await listCalls(actor.workspace, callListQuerySchema.parse({ ...SPAN, ...filter }))).items.map(
    ({ id }) => id,
  );

const differences = async () => (await recountWorkspace(actor.workspace.id)).differences;

describe("a tracked tag", () => {
  beforeEach(async () => {
    await log([
      call("a", "2026-11-03", "1", { team: "growth" }),
      call("b", "2026-11-03", "2", { team: "growth", channel: "web" }),
    ]);
    await track("team");
    await log([
      call("c", "2026-11-04", "4", { team: "design" }),
      call("d", "2026-11-04", "8"),
      call("e", "2026-11-05", "16", { team: "none" }),
      call("f", "2026-11-05", "32", { team: "" }),
      call("g", "2026-11-05", "64", { channel: "web" }),
    ]);
  });

  it("groups the calls of every value, and those without one", async () => {
    expect(await groups()).toEqual([
      [null, "No team", 72, 2],
      ["=", "(empty)", 32, 1],
      ["=none", "none", 16, 1],
      ["design", "design", 4, 1],
      ["growth", "growth", 3, 2],
    ]);
    expect((await series({ groupBy: "tag:team" })).totals).toEqual((await series()).totals);
    expect(await differences()).toEqual([]);
  });

  it("groups beside another dimension and leaves no group of nothing", async () => {
    const answer = await series({ groupBy: "model", thenBy: "tag:team", tag: "team:!none" });
    expect(answer.groups.map(({ thenKey, totals }) => [thenKey, totals.calls])).toEqual([
      ["=", 1],
      ["=none", 1],
      ["design", 1],
      ["growth", 2],
    ]);
    expect(answer.points.map(({ period, calls }) => [period, calls])).toEqual([
      ["2026-11-03", 2],
      ["2026-11-04", 1],
      ["2026-11-05", 2],
    ]);
  });

  it.each([
    ["team:growth", ["b", "a"]],
    ["team:growth,design", ["c", "b", "a"]],
    ["team:!growth", ["g", "f", "e", "d", "c"]],
    ["team:none", ["g", "d"]],
    ["team:!none", ["f", "e", "c", "b", "a"]],
    ["team:none,design", ["g", "d", "c"]],
    ["team:!none,growth", ["f", "e", "c"]],
    ["team:=none", ["e"]],
    ["team:=", ["f"]],
    ["team:other", []],
    ["team:never-carried", []],
  ])("selects %s alike in sums, list and explanation", async (tag, expected) => {
    const listed = await ids({ tag });
    expect(listed).toEqual(expected);
    const { totals } = await series({ tag });
    expect(totals.calls).toBe(expected.length);
    const usd = { a: 1, b: 2, c: 4, d: 8, e: 16, f: 32, g: 64 } as Record<string, number>;
    const cost = expected.reduce((sum, id) => sum + (usd[id] ?? 0), 0);
    expect(Number(totals.costNanoUsd)).toBe(cost * 1e9);
    const { derivation } = await explain(
      actor.workspace,
      { subject: "usage", ...SPAN, tag, by: "call" },
      NOW,
    );
    expect(Number(derivation.amountNanoUsd)).toBe(cost * 1e9);
  });

  it("stands in the file of the sums in its own words", async () => {
    const query = usageSeriesQuerySchema.parse({ ...SPAN, interval: "month", groupBy: "tag:team" });
    const text = await (await exportUsage(actor.workspace, query)).text();
    const [head = "", ...lines] = text.trim().split("\r\n");
    const column = head.split(",").indexOf("tag:team");
    expect(lines.slice(0, -1).map((line) => line.split(",")[column])).toEqual([
      "",
      "(empty)",
      "none",
      "design",
      "growth",
    ]);
  });

  it("is forgotten with its sums when it is tracked no more, and can be tracked again", async () => {
    const { items } = await listTags(actor.workspace);
    expect(items).toMatchObject([
      { key: "team", calls: 5, values: 4, tracked: { values: 4, isFull: false, countedFrom: null } },
      { key: "channel", calls: 2, values: 1, examples: ["web"], tracked: null },
    ]);
    await untrackTag(actor, items[0]?.tracked?.id ?? "");
    await expect(series({ tag: "team:growth" })).rejects.toMatchObject({ code: "invalid_request" });
    await expect(ids({ tag: "team:growth" })).rejects.toMatchObject({ code: "invalid_request" });
    await expect(
      explain(actor.workspace, { subject: "usage", tag: "team:growth" }, NOW),
    ).rejects.toMatchObject({ code: "invalid_request" });
    await track("team");
    expect((await groups()).length).toBe(5);
  });
});

it("refuses two tags at once, a sixth tag, and one that is tracked", async () => {
  expect(usageSeriesQuerySchema.safeParse({ ...SPAN, tag: "team:a", groupBy: "tag:channel" }).success).toBe(
    false,
  );
  expect(usageSeriesQuerySchema.safeParse({ ...SPAN, tag: "team:a", groupBy: "tag:team" }).success).toBe(
    true,
  );
  for (const key of ["a", "b", "c", "d", "e"]) await trackTag(actor, { key }, NOW);
  await expect(trackTag(actor, { key: "a" }, NOW)).rejects.toMatchObject({ code: "already_exists" });
  await expect(trackTag(actor, { key: "f" }, NOW)).rejects.toMatchObject({ code: "conflict" });
});

it("leaves days out that are not counted yet, and counts on where another server stopped", async () => {
  await log([
    call("a", "2026-11-03", "1", { team: "growth" }),
    call("b", "2026-11-05", "2", { team: "growth" }),
  ]);
  const { id, countedFrom } = await trackTag(actor, { key: "team" }, NOW);
  expect(countedFrom).toBe("2026-11-06");
  // A call of a day that is not counted yet must not be counted twice.
  await log([
    call("c", "2026-11-03", "4", { team: "design" }),
    call("d", "2026-11-06", "8", { team: "growth" }),
  ]);
  expect(await groups()).toEqual([["growth", "growth", 8, 1]]);
  expect(await ids({ tag: "team:!none" })).toEqual(["d"]);
  expect((await getFilterValues(actor.workspace)).tags).toMatchObject([
    { key: "team", values: ["design", "growth"], countedFrom: "2026-11-06", isCounting: true },
  ]);
  expect(await differences()).toEqual([]);

  expect(await findOpenTagCounts()).toContainEqual({ workspaceId: actor.workspace.id, id });
  await Promise.all([countTag(actor.workspace.id, id), countTag(actor.workspace.id, id)]);
  expect(await findOpenTagCounts()).not.toContainEqual({ workspaceId: actor.workspace.id, id });
  expect(await groups()).toEqual([
    ["growth", "growth", 11, 3],
    ["design", "design", 4, 1],
  ]);
  expect(await differences()).toEqual([]);
});

it("keeps the sums of dropped days, and of a tag that comes later begins with the days that are kept", async () => {
  await log([
    call("old", "2026-09-10", "1", { team: "growth", channel: "web" }),
    call("new", "2026-11-03", "2", { team: "growth", channel: "web" }),
  ]);
  await track("team");
  const { keptFrom } = await drop(actor, 1, NOW);
  expect(keptFrom).toBe("2026-10-23");
  await track("channel");
  const year = { from: "2026-01-01", to: "2026-12-31" };
  expect((await series({ ...year, tag: "team:growth" })).totals.calls).toBe(2);
  expect((await series({ ...year, tag: "channel:web" })).totals.calls).toBe(1);
  expect((await series({ ...year, tag: "channel:none" })).totals.calls).toBe(0);
  expect(await ids({ ...year, tag: "team:growth" })).toEqual(["new"]);
  const { tags } = await getFilterValues(actor.workspace);
  expect(tags).toMatchObject([
    { key: "channel", countedFrom: "2026-10-23", isCounting: false },
    { key: "team", countedFrom: null },
  ]);
  expect(await differences()).toEqual([]);
});

it("counts the days that a stopped dropping left, although they were not kept when the tag was counted", async () => {
  await log([
    call("first", "2026-01-03", "1", { team: "growth" }),
    call("left", "2026-01-05", "2", { team: "growth" }),
    call("late", "2026-11-05", "4", { team: "growth" }),
  ]);
  const started = await confirmDrop(actor, 3, NOW);
  const id = await track("team");
  await dropBatch(actor.workspace.id, started.drop?.id ?? "", null);
  await keepCalls(actor);
  await forgetHeartbeat(actor);
  expect(await runLatest(actor, NOW)).toMatchObject({ keptFrom: "2026-01-04", drop: { status: "stopped" } });
  expect(await findOpenTagCounts()).toEqual([{ workspaceId: actor.workspace.id, id }]);
  await countTag(actor.workspace.id, id);
  expect(await groups({ from: "2026-01-01" })).toEqual([["growth", "growth", 6, 2]]);
  expect(await differences()).toEqual([]);
  expect(await findOpenTagCounts()).toEqual([]);
});

it("tells the first thousand values apart and keeps the rest together, whatever comes later", async () => {
  await track("team");
  const many = Array.from({ length: MAX_TAG_VALUES + 3 }, (_, index) =>
    call(`m${index}`, "2026-11-03", "1", { team: `t${index}` }),
  );
  // Two transactions at once, neither of which sees the other's values.
  await Promise.all([log(many.slice(0, 600)), log(many.slice(600))]);
  await log([call("again", "2026-11-04", "1", { team: `late ${randomUUID()}` })]);
  const other = await series({ tag: "team:other" });
  expect(other.totals.calls).toBe(4);
  expect(await ids({ tag: "team:other" })).toHaveLength(4);
  expect((await series({ tag: "team:!other,none" })).totals.calls).toBe(MAX_TAG_VALUES);
  expect((await getFilterValues(actor.workspace)).tags).toMatchObject([{ isFull: true }]);
  const kept = await inWorkspace(actor.workspace.id, (tx) => tx.trackedTagValue.count());
  expect(kept).toBe(MAX_TAG_VALUES);
  expect(await differences()).toEqual([]);
});

it("reports sums of tags that are not those of the calls", async () => {
  await track("team");
  await log([call("a", "2026-11-03", "1", { team: "growth" })]);
  await inWorkspace(actor.workspace.id, (tx) => tx.$executeRaw`UPDATE usage_daily_tag SET calls = 3`);
  expect(await differences()).toEqual([
    { localDate: "2026-11-03", measure: "calls by tag team", rollup: "3", recount: "1" },
  ]);
});
