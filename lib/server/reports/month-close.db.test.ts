import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { withClient } from "@/lib/server/migrations/with-client";
import { applyRepricing } from "@/lib/server/repricing/apply-repricing";
import { getRepricing } from "@/lib/server/repricing/get-repricing";
import { runDay } from "@/lib/server/repricing/run-day";
import {
  addPrice,
  applyTried,
  costs,
  createPricedWorkspace,
  logCalls,
  NOW,
  picture,
  snapshot,
  tryRepricing,
} from "@/lib/server/repricing/testing/priced-workspace";
import { commitScenario } from "@/lib/server/scenarios/commit-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { createWorkflow } from "@/lib/server/scenarios/create-workflow";
import { updateWorkspace } from "@/lib/server/settings/update-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { closeMonth } from "./close-month";
import { getMonthReport } from "./get-month-report";
import { listMonths } from "./list-months";
import { reopenMonth } from "./reopen-month";

const database = useTestDatabase();
let actor: Actor;

beforeEach(async () => {
  actor = await createPricedWorkspace();
  await addPrice(actor, { from: "2026-09-01", usd: "0.10" });
  await logCalls(actor, [
    picture("october", "2026-10-20T10:00:00Z", { n: 2 }),
    picture("unknown", "2026-10-21T10:00:00Z", { model: "mystery-1" }),
    // In Berlin it is November already.
    picture("midnight", "2026-10-31T23:30:00Z"),
    picture("november", "2026-11-05T10:00:00Z"),
  ]);
});

const report = (month: string) => getMonthReport(actor.workspace, { month }, NOW);

describe("closing", () => {
  it("keeps what the month stands at, once", async () => {
    expect((await report("2026-10")).close).toBeNull();
    const close = await closeMonth(actor, "2026-10", NOW);
    expect(close).toEqual({
      closedAt: "2026-11-23T12:00:00.000Z",
      closedBy: actor.name,
      calls: 2,
      costNanoUsd: "200000000",
      unpricedCalls: 1,
      later: { calls: 0, costNanoUsd: "0" },
    });
    expect((await report("2026-10")).close).toEqual(close);
    const { items } = await listMonths(actor.workspace, NOW);
    expect(items.map((item) => [item.month, item.close])).toEqual([
      ["2026-11", null],
      ["2026-10", close],
    ]);
    await expect(closeMonth(actor, "2026-10", NOW)).rejects.toMatchObject({ code: "month_closed" });
  });

  it("keeps a sum that 64 bits do not hold", async () => {
    // A hundred thousand calls of almost a hundred thousand dollars each are more than 2 to the 63 nano-dollars.
    await logCalls(actor, [picture("dear", "2026-09-03T10:00:00Z", { chargedUsd: "99999.5" })]);
    await inWorkspace(actor.workspace.id, async (tx) => {
      for (const table of [Prisma.sql`usage_daily`, Prisma.sql`usage_monthly`])
        await tx.$executeRaw`UPDATE ${table} SET cost_nano_usd = cost_nano_usd * 100000 WHERE model = 'gpt-image-2'`;
    });
    expect(await closeMonth(actor, "2026-09", NOW)).toMatchObject({
      costNanoUsd: "9999950000000000000",
      later: { costNanoUsd: "0" },
    });
  });

  it("waits for the month to be over in the workspace's zone", async () => {
    await expect(closeMonth(actor, "2026-11", NOW)).rejects.toMatchObject({ code: "month_not_over" });
    // Midnight in Berlin is an hour before that in UTC.
    const before = new Date("2026-11-30T22:59:59Z");
    await expect(closeMonth(actor, "2026-11", before)).rejects.toMatchObject({ code: "month_not_over" });
    const after = new Date("2026-11-30T23:00:00Z");
    expect(await closeMonth(actor, "2026-11", after)).toMatchObject({ calls: 2, costNanoUsd: "200000000" });
  });

  it("tells what came in later, which is counted and priced like any other call", async () => {
    await closeMonth(actor, "2026-10", NOW);
    await logCalls(actor, [picture("late", "2026-10-02T10:00:00Z", { n: 3 })]);
    const { close, total } = await report("2026-10");
    expect(close).toMatchObject({ calls: 2, later: { calls: 1, costNanoUsd: "300000000" } });
    expect(total.actualNanoUsd).toBe("500000000");
  });

  it("of two who close at once one is refused", async () => {
    const attempts = await Promise.allSettled([
      closeMonth(actor, "2026-10", NOW),
      closeMonth(actor, "2026-10", NOW),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("can be taken back, which stays on record", async () => {
    await expect(reopenMonth(actor, "2026-10", NOW)).rejects.toMatchObject({ code: "conflict" });
    await closeMonth(actor, "2026-10", NOW);
    await reopenMonth(actor, "2026-10", NOW);
    expect((await report("2026-10")).close).toBeNull();
    await closeMonth(actor, "2026-10", NOW);
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ action: string }>(
        "SELECT action FROM audit_event WHERE workspace_id = $1 AND subject = 'month:2026-10' ORDER BY sequence",
        [actor.workspace.id],
      ),
    );
    expect(rows.map(({ action }) => action)).toEqual(["month.closed", "month.reopened", "month.closed"]);
    const kept = await inWorkspace(actor.workspace.id, (tx) => tx.monthClose.count());
    expect(kept).toBe(2);
  });

  it("holds the time zone that its days are cut in", async () => {
    await closeMonth(actor, "2026-10", NOW);
    const before = await snapshot(actor);
    await expect(updateWorkspace(actor, { timeZone: "UTC" })).rejects.toMatchObject({
      code: "month_closed",
    });
    expect(await snapshot(actor)).toEqual(before);
    await updateWorkspace(actor, { name: "Renamed" });
    await reopenMonth(actor, "2026-10", NOW);
    await updateWorkspace(actor, { timeZone: "UTC" });
    expect((await recountWorkspace(actor.workspace.id)).differences).toEqual([]);
  });
});

describe("a closed month", () => {
  const raise = () => addPrice(actor, { from: "2026-10-15", usd: "0.25" });

  it("is left out of a repricing, and named with its calls", async () => {
    await closeMonth(actor, "2026-10", NOW);
    await raise();
    const { total } = await report("2026-10");
    const tried = await tryRepricing(actor);
    expect(tried.closedMonths).toEqual([{ month: "2026-10", calls: 2 }]);
    expect(tried.tried.differences.map(({ month, callsRead }) => [month, callsRead])).toEqual([
      ["2026-11", 2],
    ]);
    await applyTried(actor, tried.id);
    expect(await costs(actor)).toMatchObject({
      october: 200_000_000n,
      unknown: null,
      midnight: 250_000_000n,
      november: 250_000_000n,
    });
    expect((await report("2026-10")).total).toEqual(total);
    expect((await report("2026-10")).close?.later).toEqual({ calls: 0, costNanoUsd: "0" });
  });

  it("is untouched when it was closed between the dry run and the application", async () => {
    await raise();
    const tried = await tryRepricing(actor);
    await closeMonth(actor, "2026-10", NOW);
    const before = await snapshot(actor);
    await expect(applyRepricing(actor, tried.id, NOW)).rejects.toMatchObject({ code: "month_closed" });
    expect(await snapshot(actor)).toEqual(before);
    expect(await getRepricing(actor.workspace, tried.id)).toMatchObject({ status: "tried" });
  });

  it("cannot come about while its calls are being priced anew", async () => {
    await raise();
    const { id } = await tryRepricing(actor);
    await applyRepricing(actor, id, NOW);
    await runDay(actor.workspace.id, id, { phase: "applying", doneThrough: null }, NOW);
    await expect(closeMonth(actor, "2026-10", NOW)).rejects.toMatchObject({ code: "conflict" });
  });
});

it("a forecast of a closed month stays as it was committed, whatever prices become", async () => {
  const { id: workflowId } = await createWorkflow(actor, { name: "Heroes" });
  const { id } = await createScenario(actor, {
    workflowId,
    stage: "pilot",
    name: "Pilot",
    purpose: { mustProve: "It pays", criteria: [{ measure: "billed_retry_percent", atMost: 5 }] },
    drivers: {
      provider: "wisgate",
      model: "gpt-image-2",
      operation: "generation",
      batch: false,
      startsOn: "2026-10-01",
      lengthMonths: 2,
      volume: { requests: 30, per: "month" },
      growth: { kind: "none" },
      imagesPerRequest: 1,
      mix: [{ size: "1024x1024", quality: "high", sharePercent: 100 }],
      promptTokens: 26,
      referenceImages: 0,
      billedRetryPercent: 0,
      qa: { runsPerMonth: 0, imagesPerRun: 0, size: null, quality: null },
      promptTuning: { promptsPerMonth: 0, iterationsPerPrompt: 0, size: null, quality: null },
      acceptedPercent: 100,
    },
  });
  await commitScenario(actor, id, 1, new Date("2026-09-20T10:00:00Z"));
  const { total } = await report("2026-10");
  // Thirty images at ten cents.
  expect(total.forecastNanoUsd).toBe("3000000000");
  await closeMonth(actor, "2026-10", NOW);
  await addPrice(actor, { from: "2026-10-15", usd: "0.25" });
  await applyTried(actor, (await tryRepricing(actor)).id);
  expect((await report("2026-10")).total).toEqual(total);
});
