import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallInput } from "@/lib/contracts/calls";
import type { Actor } from "@/lib/server/access/actor";
import { verifyAuditChain } from "@/lib/server/audit/verify-audit-chain";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createImporter } from "@/lib/server/imports/testing/import-file";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { getUsageTotals } from "@/lib/server/usage/usage-totals";
import { localDate } from "@/lib/time/zone";
import { dropBatch } from "./drop-batch";
import { dropCalls } from "./drop-calls";
import { findFollowing, followDrops } from "./follow-drops";
import { getRetention } from "./get-retention";
import { keepCalls } from "./keep-calls";
import { previewRetention } from "./preview-retention";
import { runDrop } from "./run-drop";
import { confirmDrop, drop, forgetHeartbeat, runLatest, stateOf } from "./testing/dropping";

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");
const clock = () => NOW;

const call = (id: string, occurredAt: string, more: Partial<CallInput> = {}): CallInput => ({
  id,
  occurredAt,
  model: "gpt-image-2",
  size: "1024x1024",
  quality: "high",
  ...more,
});

/** In Kathmandu, 5:45 ahead of UTC: of September, of the night in which 23 October begins there, and of November. */
const CALLS = [
  call("sep1", "2026-09-10T10:00:00Z"),
  call("sep2", "2026-09-10T11:00:00Z", { chargedUsd: "1.5" }),
  call("sep3", "2026-09-11T10:00:00Z", { model: "who-knows" }),
  call("before", "2026-10-22T18:14:59Z"),
  call("after", "2026-10-22T18:15:00Z"),
  call("nov", "2026-11-03T10:00:00Z"),
];

async function loggedWorkspace(calls = CALLS): Promise<Actor> {
  const actor = await createImporter(database, "Asia/Kathmandu");
  const { counts } = await recordCalls(actor.workspace, calls, NOW);
  expect(counts.created).toBe(calls.length);
  return actor;
}

const totalsOf = ({ workspace }: Actor) =>
  inWorkspace(workspace.id, (tx) => getUsageTotals(tx, workspace, {}));
const actionsOf = ({ workspace }: Actor) =>
  inWorkspace(workspace.id, async (tx) =>
    (await tx.auditEvent.findMany({ orderBy: { sequence: "asc" } })).map(({ action }) => action),
  );

describe("dropping calls", () => {
  it("keeps every call until somebody says otherwise", async () => {
    const actor = await loggedWorkspace();
    expect(await getRetention(actor.workspace)).toEqual({
      keptMonths: null,
      keptFrom: null,
      firstDate: "2026-09-10",
      calls: 6,
      callsDropped: 0,
      drop: null,
    });
    expect(await findFollowing(NOW)).toEqual([]);
  });

  it("says before what would go: whole local days, what they cost, and what cannot be priced afterwards", async () => {
    const actor = await loggedWorkspace();
    const { sums, ids } = await stateOf(actor);
    // A picture of 1024x1024 in high quality is 7024 output tokens at $30 a million.
    expect(await previewRetention(actor.workspace, 1, NOW)).toEqual({
      keptMonths: 1,
      keptFrom: "2026-10-23",
      from: "2026-09-10",
      through: "2026-10-22",
      days: 3,
      calls: 4,
      costNanoUsd: String(1_500_000_000 + 2 * 7024 * 30_000),
      unpricedCalls: 1,
      openMonths: ["2026-09", "2026-10"],
    });
    expect(await previewRetention(actor.workspace, 12, NOW)).toMatchObject({
      keptFrom: "2025-11-23",
      from: null,
      through: null,
      calls: 0,
      costNanoUsd: "0",
    });
    expect(await stateOf(actor)).toEqual({ ids, sums });
  });

  it("drops the single calls and keeps every sum", async () => {
    const actor = await loggedWorkspace();
    const before = await stateOf(actor);
    const started = await confirmDrop(actor, 1, NOW);
    expect(started).toMatchObject({ keptFrom: "2026-10-23", calls: 2, callsDropped: 0 });
    expect(started.drop).toMatchObject({ status: "running", calls: 4, callsDropped: 0 });

    expect(await runLatest(actor, NOW)).toMatchObject({
      keptMonths: null,
      keptFrom: "2026-10-23",
      firstDate: "2026-10-23",
      calls: 2,
      callsDropped: 4,
      drop: {
        status: "done",
        isAutomatic: false,
        from: "2026-09-10",
        through: "2026-10-22",
        doneThrough: "2026-10-22",
        calls: 4,
        callsDropped: 4,
        finishedAt: NOW.toISOString(),
      },
    });
    expect(await stateOf(actor)).toEqual({ ids: ["after", "nov"], sums: before.sums });
    expect(await recountWorkspace(actor.workspace.id)).toEqual({
      rollupRows: 2,
      calls: 2,
      keptFrom: "2026-10-23",
      differences: [],
    });
    expect(await actionsOf(actor)).toEqual(["retention.drop_started", "retention.dropped"]);
    expect(await verifyAuditChain(actor.workspace.id)).toMatchObject({ intact: true });
  });

  it("is refused when it would drop other calls than were looked at", async () => {
    const actor = await loggedWorkspace();
    const { workspace } = actor;
    const { keptFrom, calls, costNanoUsd } = await previewRetention(workspace, 1, NOW);
    const body = { keptMonths: 1, keptFrom, calls, costNanoUsd, follows: false };
    const aDayLater = new Date("2026-11-24T12:00:00Z");
    await expect(dropCalls(actor, body, aDayLater)).rejects.toMatchObject({ code: "conflict" });
    await recordCalls(workspace, [call("late", "2026-09-10T10:00:00Z")], NOW);
    await expect(dropCalls(actor, body, NOW)).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("Look again at what would go") as string,
    });
    await expect(confirmDrop(actor, 12, NOW)).rejects.toMatchObject({
      detail: "There is no call as old as that, so there is nothing to drop.",
    });
    expect((await getRetention(workspace)).keptFrom).toBeNull();

    await confirmDrop(actor, 1, NOW);
    await expect(confirmDrop(actor, 1, NOW)).rejects.toMatchObject({
      detail: "Calls are being dropped. Wait for the end, or stop it.",
    });
  });

  it("waits for a repricing that is being applied", async () => {
    const actor = await loggedWorkspace();
    const { workspace } = actor;
    const day = new Date("2026-09-01T00:00:00Z");
    const repricing = { workspaceId: workspace.id, id: "rep_1", fromDate: day, toDate: day };
    await inWorkspace(workspace.id, (tx) =>
      tx.repricing.create({
        data: { ...repricing, status: "applying", differences: {}, createdById: actor.id },
      }),
    );
    await expect(confirmDrop(actor, 1, NOW)).rejects.toMatchObject({
      detail: "A repricing is being applied. Wait for its end, or cancel it.",
    });
  });
});

describe("a server that dies", () => {
  it("is followed by another one, within a day, and every call goes once", async () => {
    const many = Array.from({ length: 7 }, (_, index) => call(`c${index}`, `2026-09-10T10:0${index}:00Z`));
    const actor = await loggedWorkspace([...many, call("next", "2026-09-12T10:00:00Z"), ...CALLS.slice(4)]);
    const { sums } = await stateOf(actor);
    const { drop: started } = await confirmDrop(actor, 1, NOW);
    const id = started?.id ?? "";
    await dropBatch(actor.workspace.id, id, null, 3);
    expect((await stateOf(actor)).ids).toEqual(["after", "c0", "c1", "c2", "c3", "next", "nov"]);
    // At every moment the recount has no difference, and nothing of such a day is taken.
    expect((await recountWorkspace(actor.workspace.id)).differences).toEqual([]);
    const { counts } = await recordCalls(actor.workspace, many, NOW);
    expect(counts).toEqual({ created: 0, exists: 0, conflict: 0, invalid: 7 });

    // Alive a moment ago, so nobody takes it from it; then it gives no sign of life.
    await runDrop(actor.workspace.id, id, clock);
    expect((await getRetention(actor.workspace)).drop).toMatchObject({ status: "running", callsDropped: 3 });
    await forgetHeartbeat(actor);
    await runDrop(actor.workspace.id, id, clock);
    expect(await getRetention(actor.workspace)).toMatchObject({
      callsDropped: 8,
      drop: { status: "done", callsDropped: 8, doneThrough: "2026-09-12" },
    });
    expect(await stateOf(actor)).toEqual({ ids: ["after", "nov"], sums });
  });

  it("may be alive after all: two servers at one dropping leave out no call and count none twice", async () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      call(`c${index}`, `2026-09-10T10:${String(index).padStart(2, "0")}:00Z`),
    );
    const actor = await loggedWorkspace([...many, ...CALLS.slice(4)]);
    const { drop: started } = await confirmDrop(actor, 1, NOW);
    const id = started?.id ?? "";
    const first = await dropBatch(actor.workspace.id, id, null, 4);
    await dropBatch(actor.workspace.id, id, null, 5);
    if (first.isOver) throw new Error("Twenty calls are more than four.");
    await dropBatch(actor.workspace.id, id, first.place, 6);
    await forgetHeartbeat(actor);
    expect(await runLatest(actor, NOW)).toMatchObject({ callsDropped: 20, drop: { status: "done" } });
    expect((await stateOf(actor)).ids).toEqual(["after", "nov"]);
  });
});

describe("keeping calls from here on", () => {
  it("ends with the day at hand, and the days after it are kept and take calls again", async () => {
    const actor = await loggedWorkspace();
    const { workspace } = actor;
    const { drop: started } = await confirmDrop(actor, 1, NOW, true);
    await dropBatch(workspace.id, started?.id ?? "", null, 1);
    expect((await keepCalls(actor)).drop).toMatchObject({ status: "stopping" });
    await forgetHeartbeat(actor);
    const kept = await runLatest(actor, NOW);
    expect(kept).toMatchObject({
      keptMonths: null,
      keptFrom: "2026-09-11",
      calls: 4,
      callsDropped: 2,
      drop: { status: "stopped", doneThrough: "2026-09-10" },
    });
    const { results } = await recordCalls(
      workspace,
      [call("sep1", "2026-09-10T10:00:00Z"), CALLS[2], call("new", "2026-09-11T10:00:00Z")],
      NOW,
    );
    expect(results.map(({ status }) => status)).toEqual(["invalid", "exists", "created"]);
    expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
    expect(await actionsOf(actor)).toEqual([
      "retention.drop_started",
      "retention.kept",
      "retention.drop_stopped",
    ]);
    await expect(keepCalls(actor)).rejects.toMatchObject({ code: "conflict" });
  });

  it("changes nothing at all when no day was begun", async () => {
    const actor = await loggedWorkspace();
    const before = await stateOf(actor);
    await confirmDrop(actor, 1, NOW);
    await keepCalls(actor);
    expect(await runLatest(actor, NOW)).toMatchObject({
      keptFrom: null,
      calls: 6,
      drop: { status: "stopped" },
    });
    expect(await stateOf(actor)).toEqual(before);
  });
});

describe("later days", () => {
  it("follow once they are old enough, where that was said, and no day goes before", async () => {
    const actor = await loggedWorkspace();
    const { workspace } = actor;
    const { sums } = await stateOf(actor);
    await confirmDrop(actor, 1, NOW, true);
    await runLatest(actor, NOW);
    expect(await findFollowing(NOW)).toEqual([]);

    // The 24th has begun in Kathmandu, and the 23rd of October is more than a month old there.
    const nextDay = new Date("2026-11-23T18:15:00Z");
    expect(await findFollowing(nextDay)).toEqual([{ workspaceId: workspace.id, id: workspace.id }]);
    await followDrops(workspace.id, nextDay);
    await followDrops(workspace.id, nextDay);
    expect(await runLatest(actor, nextDay)).toMatchObject({
      keptMonths: 1,
      keptFrom: "2026-10-24",
      callsDropped: 5,
      drop: { isAutomatic: true, startedBy: "Pixelcast", from: "2026-10-23", calls: 1, status: "done" },
    });
    expect(await findFollowing(nextDay)).toEqual([]);

    // A day without calls needs no work of its own.
    const later = new Date("2026-11-24T18:15:00Z");
    await followDrops(workspace.id, later);
    expect(await getRetention(workspace)).toMatchObject({ keptFrom: "2026-10-25", calls: 1 });
    expect(await stateOf(actor)).toEqual({ ids: ["nov"], sums });

    await keepCalls(actor);
    expect(await findFollowing(new Date("2027-11-24T18:15:00Z"))).toEqual([]);
  });

  it("follow from the first day on when nothing is old enough yet", async () => {
    const actor = await loggedWorkspace();
    expect(await confirmDrop(actor, 12, NOW, true)).toMatchObject({
      keptMonths: 12,
      keptFrom: null,
      drop: null,
    });
    await followDrops(actor.workspace.id, NOW);
    expect(await getRetention(actor.workspace)).toMatchObject({
      keptFrom: "2025-11-23",
      calls: 6,
      drop: null,
    });
  });
});

describe("calls of a day whose single calls are gone", () => {
  it("are refused one by one, and say why", async () => {
    const actor = await loggedWorkspace();
    await drop(actor, 1, NOW);
    const { results, counts } = await recordCalls(
      actor.workspace,
      [
        call("before", "2026-10-22T18:14:59Z"),
        call("new", "2026-10-22T18:14:59.999Z"),
        call("after", "2026-10-22T18:15:00Z"),
        call("fresh", "2026-10-22T18:15:00Z"),
      ],
      NOW,
    );
    const refusal = (id: string) => ({
      id,
      status: "invalid",
      errors: [
        {
          path: "occurredAt",
          message:
            "The single calls before 23 Oct 2026 were dropped, so a call of 22 Oct 2026 cannot be told from one that is counted already",
        },
      ],
    });
    expect(results).toEqual([
      refusal("before"),
      refusal("new"),
      { id: "after", status: "exists" },
      { id: "fresh", status: "created" },
    ]);
    expect(counts).toEqual({ created: 1, exists: 1, conflict: 0, invalid: 2 });
    expect((await totalsOf(actor)).calls).toBe(7);
    expect((await recountWorkspace(actor.workspace.id)).differences).toEqual([]);
  });

  it("are either in the sums and dropped, or refused, while both happen at once", async () => {
    const actor = await loggedWorkspace();
    const old = Array.from({ length: 60 }, (_, index) => call(`old${index}`, "2026-09-10T12:00:00Z"));
    let taken = 0;
    const clients = Array.from({ length: 6 }, async (_, client) => {
      for (const each of old.slice(client * 10, client * 10 + 10)) {
        const { counts } = await recordCalls(actor.workspace, [each], NOW);
        expect(counts.created + counts.invalid).toBe(1);
        taken += counts.created;
      }
    });
    const dropper = (async () => {
      for (;;) {
        try {
          return await drop(actor, 1, NOW);
        } catch (error) {
          // A call came in between the preview and its confirmation.
          expect(error).toMatchObject({ code: "conflict" });
        }
      }
    })();
    await Promise.all([...clients, dropper]);

    expect(await stateOf(actor)).toMatchObject({ ids: ["after", "nov"] });
    expect((await totalsOf(actor)).calls).toBe(CALLS.length + taken);
    expect(await getRetention(actor.workspace)).toMatchObject({ callsDropped: 4 + taken, calls: 2 });
    expect((await recountWorkspace(actor.workspace.id)).differences).toEqual([]);
  });
});

const moments = fc
  .tuple(
    fc.constantFrom("2026-02-28", "2026-03-08", "2026-03-29", "2026-04-01", "2026-10-25", "2026-11-01"),
    fc.integer({ min: -40 * 3600_000, max: 40 * 3600_000 }),
  )
  .map(([date, offsetMs]) => new Date(Date.parse(`${date}T00:00:00Z`) + offsetMs).toISOString());

const anyCalls = fc.uniqueArray(
  fc.record(
    {
      id: fc.integer({ min: 0, max: 999 }).map((number) => `call_${number}`),
      occurredAt: moments,
      model: fc.constantFrom("gpt-image-2", "unknown-model"),
      stage: fc.constantFrom("pilot" as const, "production" as const),
      n: fc.integer({ min: 1, max: 4 }),
      size: fc.constantFrom("1024x1024", "auto"),
      quality: fc.constantFrom("low" as const, "high" as const),
      outcome: fc.constantFrom("succeeded" as const, "failed" as const),
      chargedUsd: fc.constantFrom("0", "0.000000001", "12.5"),
    },
    { requiredKeys: ["id", "occurredAt", "model"] },
  ),
  { selector: (each) => each.id, minLength: 1, maxLength: 30 },
);

it("leaves every sum to the nano-dollar, whatever was logged and wherever it is cut, and counts nothing twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyCalls,
      fc.constantFrom("Asia/Kathmandu", "America/Los_Angeles", "Europe/Berlin"),
      // A moment from which a month back lies among the calls.
      moments.map((moment) => new Date(Date.parse(moment) + 30 * 24 * 3600_000)),
      async (set, timeZone, now) => {
        const { id } = await createLoggingWorkspace(database, timeZone);
        const workspace = await inWorkspace(id, (tx) => tx.workspace.findUniqueOrThrow({ where: { id } }));
        const actor = {
          kind: "user",
          id: "usr_1",
          name: "Ada",
          role: "owner",
          scopes: null,
          workspace,
        } as const;
        const farLater = new Date("2027-01-01T00:00:00Z");
        await recordCalls(workspace, set, farLater);
        const before = await stateOf(actor);

        const { keptFrom } = await previewRetention(workspace, 1, now);
        const isOld = ({ occurredAt }: CallInput) => localDate(Date.parse(occurredAt), timeZone) < keptFrom;
        const old = set.filter(isOld);
        if (old.length > 0) await drop(actor, 1, now);

        const kept = set.filter((each) => !isOld(each)).map((each) => each.id);
        expect(await stateOf(actor)).toEqual({ ids: kept.sort(), sums: before.sums });
        const { counts } = await recordCalls(workspace, set, farLater);
        expect(counts).toEqual({ created: 0, exists: kept.length, conflict: 0, invalid: old.length });
        expect((await stateOf(actor)).sums).toEqual(before.sums);
        expect(await recountWorkspace(id)).toMatchObject({ calls: kept.length, differences: [] });
      },
    ),
    { numRuns: 25 },
  );
});
