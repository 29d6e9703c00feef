import { parse } from "csv-parse/sync";
import { beforeEach, expect, it, vi } from "vitest";
import { DEFAULT_BILLING_RULES } from "@/lib/calls";
import { repricingEndpoints, repricingSchema } from "@/lib/contracts/repricings";
import { ENGINE_VERSION } from "@/lib/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { stopWorkers } from "@/lib/server/background/start-worker";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { findRateCardUse } from "@/lib/server/prices/rate-card-use";
import { countTag } from "@/lib/server/tags/count-tag";
import { trackTag } from "@/lib/server/tags/track-tag";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { getUsageTotals } from "@/lib/server/usage/usage-totals";
import { applyRepricing } from "./apply-repricing";
import { cancelRepricing } from "./cancel-repricing";
import { createRepricing } from "./create-repricing";
import { exportChanges } from "./export-changes";
import { getRepricing } from "./get-repricing";
import { listRepricings } from "./list-repricings";
import { releaseFingerprint } from "./release-fingerprint";
import { startRepricingWorker } from "./repricing-worker";
import { runDay } from "./run-day";
import { runRepricing } from "./run-repricing";
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
} from "./testing/priced-workspace";

const database = useTestDatabase();
let actor: Actor;

/** Calls of three months at ten cents an image, one of an unknown model and one with a charge. */
beforeEach(async () => {
  actor = await createPricedWorkspace();
  await addPrice(actor, { from: "2026-09-01", usd: "0.10" });
  await logCalls(actor, [
    picture("september", "2026-09-10T10:00:00Z"),
    picture("early_october", "2026-10-10T10:00:00Z"),
  ]);
  await logCalls(actor, [
    // In Berlin it is the 15th already; prices go by the day in UTC.
    picture("midnight", "2026-10-14T22:30:00Z"),
    picture("october", "2026-10-20T10:00:00Z", { n: 2 }),
    picture("november", "2026-11-05T10:00:00Z"),
    picture("unknown", "2026-11-06T10:00:00Z", { provider: "acme", model: "mystery-1", n: 3 }),
    picture("charged", "2026-11-07T10:00:00Z", { chargedUsd: "0.07" }),
  ]);
});

/** From 15 October an image costs 25 cents, and the unknown model gets a price. */
async function raisePrices(): Promise<void> {
  await addPrice(actor, { from: "2026-10-15", usd: "0.25" });
  await addPrice(actor, { provider: "acme", model: "mystery-1", from: "2026-11-01", usd: "0.04" });
}

const totals = () => inWorkspace(actor.workspace.id, (tx) => getUsageTotals(tx, actor.workspace, {}));
const differencesOfRecount = async () => (await recountWorkspace(actor.workspace.id)).differences;
const rows = <Row>(query: string) =>
  withClient(database.url, async (client) => (await client.query(query)).rows as Row[]);

it("a price edit changes no call of any month", async () => {
  const before = await snapshot(actor);
  await raisePrices();
  expect(await snapshot(actor)).toEqual(before);
});

it("a dry run changes nothing, and tells by month and model what would change at the prices of each day", async () => {
  await raisePrices();
  const before = await snapshot(actor);
  const tried = await tryRepricing(actor);
  expect(await snapshot(actor)).toEqual(before);
  expect(await differencesOfRecount()).toEqual([]);

  expect(tried).toMatchObject({
    status: "tried",
    doneThrough: "2026-11-30",
    closedMonths: [],
    failure: null,
  });
  const read = tried.tried.differences.map((each) => [
    each.month,
    each.model,
    each.callsRead,
    each.callsChanged,
    each.before.costNanoUsd,
    each.after.costNanoUsd,
    each.before.unpricedCalls,
    each.after.unpricedCalls,
    each.differenceNanoUsd,
  ]);
  expect(read).toEqual([
    ["2026-09", "gpt-image-2", 1, 0, "100000000", "100000000", 0, 0, "0"],
    // Ten cents each for the early one and the one before midnight; two images at 25 instead of 10 cents.
    ["2026-10", "gpt-image-2", 3, 1, "400000000", "700000000", 0, 0, "300000000"],
    // Three images at 4 cents.
    ["2026-11", "mystery-1", 1, 1, "0", "120000000", 1, 0, "120000000"],
    // One image at 25 instead of 10 cents; the charge of 7 cents stays.
    ["2026-11", "gpt-image-2", 2, 1, "170000000", "320000000", 0, 0, "150000000"],
  ]);
  expect(tried.tried.total).toMatchObject({
    callsRead: 7,
    callsChanged: 3,
    differenceNanoUsd: "570000000",
  });
});

it("an application does what the dry run said, keeps what was before, and leaves the sums right", async () => {
  await raisePrices();
  const before = await totals();
  const tried = await tryRepricing(actor);
  const applied = await applyTried(actor, tried.id);

  expect(applied).toMatchObject({ status: "applied", doneThrough: "2026-11-30", appliedBy: actor.name });
  expect(applied.applied).toEqual(tried.tried);
  expect(await costs(actor)).toEqual({
    september: 100_000_000n,
    early_october: 100_000_000n,
    midnight: 100_000_000n,
    october: 500_000_000n,
    november: 250_000_000n,
    unknown: 120_000_000n,
    charged: 70_000_000n,
  });
  const after = await totals();
  expect(BigInt(after.costNanoUsd) - BigInt(before.costNanoUsd)).toBe(570_000_000n);
  expect([before.unpricedCalls, after.unpricedCalls]).toEqual([1, 0]);
  expect(await differencesOfRecount()).toEqual([]);

  const changes = await rows<{ call: string; was: string | null; is: string; cards: string }>(`
    SELECT call_id AS call, before->>'costNanoUsd' AS was, after->>'costNanoUsd' AS is,
      concat_ws(' ', before->>'rateCardId', after->>'rateCardId') AS cards
    FROM call_price_change WHERE repricing_id = '${applied.id}' ORDER BY 1`);
  expect(changes).toEqual([
    {
      call: "november",
      was: "100000000",
      is: "250000000",
      cards: "rate_gpt-image-2_2026-09-01 rate_gpt-image-2_2026-10-15",
    },
    {
      call: "october",
      was: "200000000",
      is: "500000000",
      cards: "rate_gpt-image-2_2026-09-01 rate_gpt-image-2_2026-10-15",
    },
    { call: "unknown", was: null, is: "120000000", cards: "rate_mystery-1_2026-11-01" },
  ]);
  const audited = await rows<{ action: string; detail: Record<string, unknown> }>(
    `SELECT action, detail FROM audit_event WHERE subject = 'repricing:${applied.id}' ORDER BY sequence`,
  );
  expect(audited.map(({ action }) => action)).toEqual([
    "repricing.started",
    "repricing.apply_started",
    "repricing.finished",
  ]);
  expect(audited[2]?.detail).toMatchObject({ callsChanged: 3, costBeforeNanoUsd: "670000000" });
  // Applied again it finds nothing to change.
  const again = await tryRepricing(actor);
  expect(again.tried.total.callsChanged).toBe(0);
  await expect(applyRepricing(actor, again.id, NOW)).rejects.toMatchObject({ code: "conflict" });
});

it("prices what calls carry of a tracked tag anew with them", async () => {
  const { id } = await trackTag(actor, { key: "team" }, NOW);
  await logCalls(actor, [
    picture("growth", "2026-10-20T11:00:00Z", { n: 3, tags: { team: "growth" } }),
    picture("design", "2026-10-01T11:00:00Z", { tags: { team: "design" } }),
  ]);
  const costOf = async (tag: string) =>
    (await inWorkspace(actor.workspace.id, (tx) => getUsageTotals(tx, actor.workspace, { tag }))).costNanoUsd;
  await countTag(actor.workspace.id, id);
  expect(await costOf("team:growth")).toBe("300000000");
  await raisePrices();
  const tried = await tryRepricing(actor);
  await applyTried(actor, tried.id);
  // Three images at 25 cents; the first of October keeps its ten cents.
  expect(await costOf("team:growth")).toBe("750000000");
  expect(await costOf("team:design")).toBe("100000000");
  expect(BigInt(await costOf("team:none"))).toBe(BigInt((await totals()).costNanoUsd) - 850_000_000n);
  expect(await differencesOfRecount()).toEqual([]);
});

it("hands out every changed call as it was before and after", async () => {
  await raisePrices();
  const { id } = await applyTried(actor, (await tryRepricing(actor)).id);
  const response = await exportChanges(actor.workspace, id);
  const table = parse<Record<string, string>>(await response.text(), { columns: true });
  const told = table.map((row) => [
    row.call_id,
    row.cost_usd_before,
    row.cost_usd_after,
    row.unpriced_reason_before,
  ]);
  expect(told).toEqual([
    ["november", "0.100000000", "0.250000000", ""],
    ["october", "0.200000000", "0.500000000", ""],
    ["unknown", "", "0.120000000", "unknown_model"],
  ]);
});

it("is answered as the contract says, and nothing besides", async () => {
  await raisePrices();
  const applied = await applyTried(actor, (await tryRepricing(actor)).id);
  expect(repricingSchema.parse(applied)).toEqual(applied);
  const dryRun = await tryRepricing(actor, { onlyUnpriced: true });
  const list = await listRepricings(actor.workspace);
  expect(repricingEndpoints.listRepricings.answer?.parse(list)).toEqual(list);
  expect(Object.fromEntries(list.items.map(({ id, total }) => [id, total]))).toEqual({
    [applied.id]: applied.applied.total,
    [dryRun.id]: dryRun.tried.total,
  });
});

it("keeps the prices that calls had before, because they are on record", async () => {
  const { workspace } = actor;
  await addPrice(actor, { provider: "acme", model: "mystery-1", from: "2026-11-01", usd: "0.04" });
  await applyTried(actor, (await tryRepricing(actor)).id);
  await addPrice(actor, { provider: "acme", model: "mystery-1", from: "2026-11-06", usd: "0.05" });
  await applyTried(actor, (await tryRepricing(actor)).id);
  expect(await costs(actor)).toMatchObject({ unknown: 150_000_000n });
  const used = await inWorkspace(workspace.id, (tx) =>
    findRateCardUse(tx, { workspaceId: workspace.id, id: "rate_mystery-1_2026-11-01" }),
  );
  expect(used).toBe("Calls were priced with it.");
});

it("is tried and applied by whichever server looks for it, in any workspace", async () => {
  await raisePrices();
  const { id } = await createRepricing(actor, { from: "2026-09-01", to: "2026-11-30" }, NOW);
  const { workspace } = actor;
  startRepricingWorker();
  try {
    const status = async () => (await getRepricing(workspace, id)).status;
    await vi.waitFor(async () => expect(await status()).toBe("tried"), { timeout: 30_000, interval: 200 });
    await applyRepricing(actor, id, NOW);
    await vi.waitFor(async () => expect(await status()).toBe("applied"), { timeout: 30_000, interval: 200 });
  } finally {
    stopWorkers();
  }
});

it("prices only what is asked for", async () => {
  await raisePrices();
  const unpriced = await tryRepricing(actor, { onlyUnpriced: true });
  expect(unpriced.tried.total).toMatchObject({ callsRead: 1, callsChanged: 1 });
  const october = await tryRepricing(actor, {
    from: "2026-10-20",
    to: "2026-10-20",
    provider: "wisgate",
    model: "gpt-image-2",
  });
  expect(october.tried.total).toMatchObject({ callsRead: 1, differenceNanoUsd: "300000000" });
  const nobody = await tryRepricing(actor, { provider: "nobody" });
  expect(nobody.tried).toMatchObject({ differences: [], total: { callsRead: 0 } });
  await applyTried(actor, unpriced.id);
  expect(await costs(actor)).toMatchObject({ october: 200_000_000n, unknown: 120_000_000n });
});

it("decides anew what rules say of a failed call, and leaves alone what its caller stated", async () => {
  const failed = { outcome: "failed", httpStatus: 418, imagesReturned: 0 } as const;
  await logCalls(actor, [
    picture("ruled", "2026-11-08T10:00:00Z", failed),
    picture("stated", "2026-11-08T11:00:00Z", { ...failed, billed: true }),
  ]);
  expect(await costs(actor)).toMatchObject({ ruled: null, stated: 100_000_000n });
  const { workspace } = actor;
  await inWorkspace(workspace.id, (tx) =>
    tx.billingRule.create({
      data: {
        workspaceId: workspace.id,
        id: "rule_teapot",
        position: 0,
        httpStatusFrom: 418,
        httpStatusTo: 418,
        verdict: "not_billed",
      },
    }),
  );
  const tried = await tryRepricing(actor);
  expect(tried.tried.total).toMatchObject({ callsChanged: 1 });
  await applyTried(actor, tried.id);
  expect(await costs(actor)).toMatchObject({ ruled: 0n, stated: 100_000_000n });
  const [ruled] = await inWorkspace(workspace.id, (tx) => tx.call.findMany({ where: { id: "ruled" } }));
  expect(ruled).toMatchObject({ billed: false, billedBasis: "rule", billingRuleId: "rule_teapot" });
  expect(await differencesOfRecount()).toEqual([]);
});

it.each([
  ["a price", () => addPrice(actor, { from: "2026-11-20", usd: "0.30" })],
  [
    "the time zone",
    () =>
      inWorkspace(actor.workspace.id, (tx) =>
        tx.workspace.update({ where: { id: actor.workspace.id }, data: { timeZone: "UTC" } }),
      ),
  ],
  [
    "the release",
    async () => {
      const release = releaseFingerprint(DEFAULT_BILLING_RULES, ENGINE_VERSION);
      const other = releaseFingerprint(DEFAULT_BILLING_RULES.slice(1), ENGINE_VERSION);
      const changed = await rows<{ id: string }>(
        `UPDATE repricing SET book_fingerprint = replace(book_fingerprint, '${release}', '${other}')
         WHERE book_fingerprint LIKE '%${release}%' AND workspace_id = '${actor.workspace.id}' RETURNING id`,
      );
      expect(changed).toHaveLength(1);
    },
  ],
  ["another application", async () => applyTried(actor, (await tryRepricing(actor)).id)],
])("is not applied when %s changed since the dry run", async (_what, change) => {
  await raisePrices();
  const tried = await tryRepricing(actor);
  await change();
  const before = await snapshot(actor);
  await expect(applyRepricing(actor, tried.id, NOW)).rejects.toMatchObject({ code: "prices_changed" });
  expect(await snapshot(actor)).toEqual(before);
});

it("stops with a reason when prices change while it is applied, and says what stays applied", async () => {
  await raisePrices();
  const { id } = await tryRepricing(actor);
  const { workspace } = actor;
  await applyRepricing(actor, id, NOW);
  await runDay(workspace.id, id, { phase: "applying", doneThrough: null }, NOW);
  await addPrice(actor, { from: "2026-11-20", usd: "0.30" });
  await runRepricing(workspace.id, id, () => NOW).catch(() => undefined);
  await expireLease(id);
  await runRepricing(workspace.id, id, () => NOW);
  const failed = await getRepricing(workspace, id);
  expect(failed).toMatchObject({ status: "failed", doneThrough: "2026-09-10" });
  expect(failed.failure).toContain("stay applied");
  expect(await differencesOfRecount()).toEqual([]);
});

/** As if the server that held it had died a while ago. */
async function expireLease(id: string): Promise<void> {
  await rows(`UPDATE repricing SET heartbeat_at = now() - interval '1 minute' WHERE id = '${id}'`);
}

it("goes on where a server that died left off, without doing a day twice", async () => {
  await raisePrices();
  const { workspace } = actor;
  const whole = await tryRepricing(actor);

  const { id } = await createRepricing(actor, { from: "2026-09-01", to: "2026-11-30" }, NOW);
  const first = await runDay(workspace.id, id, { phase: "trying", doneThrough: null }, NOW);
  expect(first).toEqual({ phase: "trying", doneThrough: "2026-09-10" });
  // While its lease lasts nobody else goes on.
  await runRepricing(workspace.id, id, () => NOW);
  expect(await getRepricing(workspace, id)).toMatchObject({ status: "trying", doneThrough: "2026-09-10" });
  await expireLease(id);
  await runRepricing(workspace.id, id, () => NOW);
  const tried = await getRepricing(workspace, id);
  expect(tried.tried).toEqual(whole.tried);

  await applyRepricing(actor, id, NOW);
  let step = await runDay(workspace.id, id, { phase: "applying", doneThrough: null }, NOW);
  for (let day = 0; day < 3 && step !== null; day += 1) step = await runDay(workspace.id, id, step, NOW);
  expect(step?.doneThrough).toBe("2026-10-20");
  expect(await differencesOfRecount()).toEqual([]);
  // A server that was thought dead finds that somebody else has the day.
  await expect(
    runDay(workspace.id, id, { phase: "applying", doneThrough: "2026-09-10" }, NOW),
  ).rejects.toThrow();
  await expireLease(id);
  await runRepricing(workspace.id, id, () => NOW);
  const applied = await getRepricing(workspace, id);
  expect(applied).toMatchObject({ status: "applied" });
  expect(applied.applied).toEqual(whole.tried);
  expect(await differencesOfRecount()).toEqual([]);
  expect(await rows(`SELECT id FROM call_price_change WHERE repricing_id = '${id}'`)).toHaveLength(3);
});

it("leaves what was applied when it is cancelled, and says so", async () => {
  await raisePrices();
  const { id } = await tryRepricing(actor);
  const { workspace } = actor;
  await applyRepricing(actor, id, NOW);
  let step = await runDay(workspace.id, id, { phase: "applying", doneThrough: null }, NOW);
  while (step !== null && step.doneThrough !== "2026-10-20") step = await runDay(workspace.id, id, step, NOW);
  const cancelled = await cancelRepricing(actor, id, NOW);
  expect(cancelled).toMatchObject({ status: "cancelled", doneThrough: "2026-10-20" });
  expect(cancelled.applied.total).toMatchObject({ callsChanged: 1, differenceNanoUsd: "300000000" });
  await runRepricing(workspace.id, id, () => NOW);
  expect(await costs(actor)).toMatchObject({ october: 500_000_000n, november: 100_000_000n });
  expect(await differencesOfRecount()).toEqual([]);
});

it("gives up a dry run for a newer one of its workspace, and for no other's", async () => {
  const span = { from: "2026-09-01", to: "2026-11-30" };
  const elsewhere = await createPricedWorkspace();
  const theirs = await createRepricing(elsewhere, span, NOW);
  const done = await tryRepricing(actor);
  const first = await createRepricing(actor, span, NOW);
  await Promise.all(
    ["2026-10-01", "2026-10-02", "2026-10-03"].map((from) => createRepricing(actor, { ...span, from }, NOW)),
  );
  const status = async (owner: Actor, id: string) => (await getRepricing(owner.workspace, id)).status;
  const { items } = await listRepricings(actor.workspace);
  expect(items.map((item) => item.status).sort()).toEqual([
    "cancelled",
    "cancelled",
    "cancelled",
    "tried",
    "trying",
  ]);
  expect(await status(actor, first.id)).toBe("cancelled");
  expect(await status(actor, done.id)).toBe("tried");
  expect(await status(elsewhere, theirs.id)).toBe("trying");

  // The server that had begun with it goes no further.
  await runRepricing(actor.workspace.id, first.id, () => NOW);
  expect(await status(actor, first.id)).toBe("cancelled");
  const [started] = await rows<{ detail: { replaced: string[] } }>(
    `SELECT detail FROM audit_event WHERE detail->'replaced' ? '${first.id}'`,
  );
  expect(started?.detail.replaced).toEqual([first.id]);
});

it("begins the dry run again when prices change under it", async () => {
  await raisePrices();
  const { workspace } = actor;
  const { id } = await createRepricing(actor, { from: "2026-09-01", to: "2026-11-30" }, NOW);
  let step = await runDay(workspace.id, id, { phase: "trying", doneThrough: null }, NOW);
  while (step !== null && step.doneThrough !== "2026-11-05") step = await runDay(workspace.id, id, step, NOW);
  await addPrice(actor, { from: "2026-11-04", usd: "0.50" });
  await expireLease(id);
  await runRepricing(workspace.id, id, () => NOW);
  const { tried } = await getRepricing(workspace, id);
  expect(tried.total).toMatchObject({ callsRead: 7, differenceNanoUsd: String(300 + 120 + 400) + "000000" });
});

it("neither loses nor doubles calls that come in while it is applied", async () => {
  await raisePrices();
  const { id } = await tryRepricing(actor);
  const { workspace } = actor;
  await applyRepricing(actor, id, NOW);
  const days = ["2026-09-10", "2026-10-10", "2026-10-20", "2026-11-05", "2026-11-06"];
  const batches = Array.from({ length: 12 }, (_, batch) =>
    days.map((day, index) => picture(`late_${batch}_${index}`, `${day}T09:00:00Z`)),
  );
  await Promise.all([
    runRepricing(workspace.id, id, () => NOW),
    ...batches.map((batch) => logCalls(actor, batch)),
  ]);
  expect(await getRepricing(workspace, id)).toMatchObject({ status: "applied" });
  expect(await recountWorkspace(workspace.id)).toMatchObject({ calls: 7 + 60, differences: [] });
  const { calls, costNanoUsd } = await totals();
  // Twice 10 and three times 25 cents in each batch, beside the 7 calls as they are priced above.
  expect([calls, costNanoUsd]).toEqual([67, String(12 * 950_000_000 + 1_240_000_000)]);
});

it("touches no other workspace", async () => {
  const other = await createPricedWorkspace();
  await addPrice(other, { from: "2026-09-01", usd: "0.10" });
  await logCalls(other, [picture("october", "2026-10-20T10:00:00Z")]);
  await addPrice(other, { from: "2026-10-15", usd: "0.25" });
  const before = await snapshot(other);
  await raisePrices();
  await applyTried(actor, (await tryRepricing(actor)).id);
  expect(await snapshot(other)).toEqual(before);
});
