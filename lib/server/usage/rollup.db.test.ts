import fc from "fast-check";
import { expect, it } from "vitest";
import type { CallInput } from "@/lib/contracts/calls";
import { formatTagValue } from "@/lib/contracts/tag-filter";
import type { Actor } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { countTag } from "@/lib/server/tags/count-tag";
import { trackTag } from "@/lib/server/tags/track-tag";
import { getUsageSeries } from "./get-usage-series";
import { recountWorkspace } from "./recount";
import { recutWorkspace } from "./recut";
import { getUsageTotals, sumUsageBy } from "./usage-totals";

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");

/** Moments around changes of month and of clocks, where days are cut wrongly first. */
const moments = fc
  .tuple(
    fc.constantFrom("2026-01-01", "2026-03-01", "2026-03-08", "2026-07-01", "2026-11-01", "2026-11-02"),
    fc.integer({ min: -36 * 3600_000, max: 36 * 3600_000 }),
  )
  .map(([date, offsetMs]) => new Date(Date.parse(`${date}T00:00:00Z`) + offsetMs).toISOString());

const calls: fc.Arbitrary<CallInput[]> = fc.uniqueArray(
  fc.record(
    {
      id: fc.integer({ min: 0, max: 999 }).map((number) => `call_${number}`),
      occurredAt: moments,
      model: fc.constantFrom("gpt-image-2", "gpt-image-2-2026-04-21", "unknown-model"),
      workflow: fc.constantFrom("heroes", "avatars"),
      stage: fc.constantFrom("pilot" as const, "production" as const),
      purpose: fc.constantFrom("customer" as const, "qa" as const),
      n: fc.integer({ min: 1, max: 4 }),
      size: fc.constantFrom("1024x1024", "1536x1024", "auto"),
      quality: fc.constantFrom("low" as const, "high" as const),
      batch: fc.boolean(),
      outcome: fc.constantFrom("succeeded" as const, "failed" as const, "timed_out" as const),
      httpStatus: fc.constantFrom(200, 429, 500),
      retryOf: fc.constantFrom("call_x", null),
      usage: fc.record({ input_tokens: fc.nat(5000), output_tokens: fc.nat(10_000) }),
      chargedUsd: fc.constantFrom("0", "0.000000001", "12.5"),
    },
    { requiredKeys: ["id", "occurredAt", "model"] },
  ),
  { selector: (call) => call.id, minLength: 1, maxLength: 40 },
);

/** The same calls cut into batches, some of them sent again, in any order. */
const deliveries = (set: CallInput[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...set, ...set], { minLength: set.length * 2 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
    )
    .map(([order, sizes, isParallel]) => {
      const batches: CallInput[][] = [];
      for (let start = 0, turn = 0; start < order.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        batches.push(order.slice(start, start + size));
        start += size;
      }
      return { batches, isParallel };
    });

/** The workspace's daily sums, under the names of workflows, because ids differ between workspaces. */
async function rollup(workspaceId: string): Promise<unknown[]> {
  return inWorkspace(workspaceId, async (tx) => {
    const names = new Map((await tx.workflow.findMany()).map(({ id, slug }) => [id, slug]));
    const rows = await tx.usageDaily.findMany({ omit: { workspaceId: true, id: true } });
    return rows
      .map((row) => ({ ...row, workflowId: row.workflowId && names.get(row.workflowId) }))
      .map((row) =>
        JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
      )
      .sort();
  });
}

it("gives the same daily sums whatever the order, the batches, the repeats and the races", async () => {
  await fc.assert(
    fc.asyncProperty(
      calls.chain((set) => fc.tuple(fc.constant(set), deliveries(set))),
      async ([set, { batches, isParallel }]) => {
        const [expected, actual] = await Promise.all([
          createLoggingWorkspace(database, "America/Los_Angeles"),
          createLoggingWorkspace(database, "America/Los_Angeles"),
        ]);
        await recordCalls(expected, set, NOW);

        let created = 0;
        const deliver = async (batch: CallInput[]) => {
          const { counts } = await recordCalls(actual, batch, NOW);
          created += counts.created;
        };
        if (isParallel) await Promise.all(batches.map(deliver));
        else for (const batch of batches) await deliver(batch);

        expect(created).toBe(set.length);
        expect(await rollup(actual.id)).toEqual(await rollup(expected.id));
        expect(await recountWorkspace(actual.id)).toMatchObject({ calls: set.length, differences: [] });
      },
    ),
    { numRuns: 25 },
  );
});

it("adds up in every time zone that the same calls are cut in", async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (set) => {
      const workspace = await createLoggingWorkspace(database, "UTC");
      await recordCalls(workspace, set, NOW);
      const total = await inWorkspace(workspace.id, (tx) => getUsageTotals(tx, workspace, {}));

      for (const timeZone of ["Asia/Kathmandu", "America/Los_Angeles", "UTC"]) {
        const months = await inWorkspace(workspace.id, async (tx) => {
          await tx.workspace.update({ where: { id: workspace.id }, data: { timeZone } });
          await recutWorkspace(tx, workspace.id, timeZone);
          return sumUsageBy(tx, workspace, { by: ["month"] });
        });
        const byMonth = new Map<string, number>();
        const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit" });
        for (const { occurredAt } of set) {
          const month = format.format(new Date(occurredAt));
          byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
        }
        expect(new Map(months.map(({ keys, sums }) => [keys.month, sums.calls]))).toEqual(byMonth);
        const cost = months.reduce((sum, { sums }) => sum + sums.costNanoUsd, 0n);
        expect(String(cost)).toBe(total.costNanoUsd);
        expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
      }
    }),
    { numRuns: 10 },
  );
});

it("adds the values of a tag and the calls without it up to all calls, whatever comes when and is cut anew", async () => {
  const tagged = calls.chain((set) =>
    fc
      .array(
        fc.dictionary(fc.constantFrom("team", "channel"), fc.constantFrom("a", "b", "", "none", "other"), {
          maxKeys: 2,
        }),
        { minLength: set.length, maxLength: set.length },
      )
      .map((tags) => set.map((call, index) => ({ ...call, tags: tags[index] ?? {} }))),
  );
  await fc.assert(
    fc.asyncProperty(tagged, fc.nat(40), fc.nat(40), async (set, trackedAt, countedAt) => {
      const workspace = await createLoggingWorkspace(database, "America/Los_Angeles");
      const actor = { id: "usr", name: "Somebody", workspace } as unknown as Actor;
      // Some calls are older than the tracking, some come in before the past is counted.
      const [first, second] = [trackedAt, countedAt].map((at) => at % set.length).sort((a, b) => a - b);
      await recordCalls(workspace, set.slice(0, first), NOW);
      const { id } = await trackTag(actor, { key: "team" }, NOW);
      await recordCalls(workspace, set.slice(first, second), NOW);
      await countTag(workspace.id, id);
      await recordCalls(workspace, set.slice(second), NOW);

      const expectWhole = async () => {
        const span = { from: "2025-01-01", to: "2027-01-01", interval: "month" } as const;
        const all = await getUsageSeries(workspace, span);
        const byTeam = await getUsageSeries(workspace, { ...span, groupBy: "tag:team" });
        expect(byTeam.totals).toEqual(all.totals);
        expect(byTeam.points).toEqual(all.points);
        const expected = new Map<string | null, number>();
        for (const { tags } of set) {
          const key = tags.team === undefined ? null : formatTagValue({ kind: "value", value: tags.team });
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        expect(new Map(byTeam.groups.map(({ key, totals }) => [key, totals.calls]))).toEqual(expected);
        const cost = byTeam.groups.reduce((sum, { totals }) => sum + BigInt(totals.costNanoUsd), 0n);
        expect(String(cost)).toBe(all.totals.costNanoUsd);
        expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
      };
      await expectWhole();
      await inWorkspace(workspace.id, async (tx) => {
        await tx.workspace.update({ where: { id: workspace.id }, data: { timeZone: "Asia/Kathmandu" } });
        await recutWorkspace(tx, workspace.id, "Asia/Kathmandu");
      });
      await expectWhole();
    }),
    { numRuns: 20 },
  );
});

it("reports what a recount finds wrong", async () => {
  const workspace = await createLoggingWorkspace(database, "Asia/Kathmandu");
  const call = {
    occurredAt: "2026-11-03T10:22:41Z",
    model: "gpt-image-2",
    size: "1024x1024",
    quality: "low",
  };
  await recordCalls(
    workspace,
    [
      { ...call, id: "a" },
      { ...call, id: "b", n: 2 },
    ],
    NOW,
  );
  await inWorkspace(workspace.id, async (tx) => {
    await tx.$executeRaw`UPDATE usage_daily SET calls = calls + 1, cost_nano_usd = 7`;
    await tx.$executeRaw`UPDATE call SET local_date = '2026-11-04' WHERE id = 'b'`;
  });
  const { differences } = await recountWorkspace(workspace.id);
  const find = (localDate: string, measure: string) =>
    differences.find((difference) => difference.localDate === localDate && difference.measure === measure);
  expect(find("2026-11-03", "calls")).toMatchObject({ rollup: "3", recount: "1" });
  expect(find("2026-11-03", "cost_nano_usd")).toMatchObject({ rollup: "7", recount: "5880000" });
  expect(find("2026-11-04", "calls")).toMatchObject({ rollup: "0", recount: "1" });
  expect(find("2026-11-04", "calls_of_another_day")).toMatchObject({ rollup: "1", recount: "0" });
});

it("keeps days whole while the time zone changes under a running log", async () => {
  const workspace = await createLoggingWorkspace(database, "UTC");
  const batch = (turn: number) =>
    Array.from({ length: 20 }, (_, index) => ({
      id: `call_${turn}_${index}`,
      occurredAt: new Date(Date.UTC(2026, 9, 31, 17, index * 12)).toISOString(),
      model: "gpt-image-2",
      size: "1024x1024",
      quality: "low",
    }));
  const recut = (timeZone: string) =>
    inWorkspace(workspace.id, async (tx) => {
      await tx.workspace.update({ where: { id: workspace.id }, data: { timeZone } });
      await recutWorkspace(tx, workspace.id, timeZone);
    });
  await Promise.all([
    ...Array.from({ length: 8 }, (_, turn) => recordCalls(workspace, batch(turn), NOW)),
    recut("Asia/Kathmandu"),
    recut("America/Los_Angeles"),
  ]);
  expect(await recountWorkspace(workspace.id)).toMatchObject({ calls: 160, differences: [] });
});
