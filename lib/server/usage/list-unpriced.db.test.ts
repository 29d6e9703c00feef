import { expect, it } from "vitest";
import { closeMonth } from "@/lib/server/reports/close-month";
import {
  addPrice,
  applyTried,
  createPricedWorkspace,
  logCalls,
  NOW,
  picture,
  tryRepricing,
} from "@/lib/server/repricing/testing/priced-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getFreshness } from "./get-freshness";
import { listUnpriced } from "./list-unpriced";

useTestDatabase();

it("groups what has no price by model and reason, until a price is added and the calls are priced", async () => {
  const actor = await createPricedWorkspace();
  const { workspace } = actor;
  await addPrice(actor, { from: "2026-09-01", usd: "0.10" });
  const mystery = { provider: "acme", model: "mystery-1" };
  await logCalls(actor, [
    picture("priced", "2026-10-20T10:00:00Z"),
    // The first of November in Berlin, and still October in UTC.
    picture("m1", "2026-10-31T23:30:00Z", { ...mystery, n: 2 }),
    picture("m2", "2026-11-05T10:00:00Z", mystery),
    picture("m3", "2026-10-05T10:00:00Z", mystery),
    picture("silent", "2026-11-06T10:00:00Z", { outcome: "timed_out", n: 4 }),
  ]);
  await closeMonth(actor, "2026-10", NOW);

  const { items } = await listUnpriced(workspace);
  expect(items).toEqual([
    {
      ...mystery,
      reason: "unknown_model",
      calls: 3,
      imagesRequested: 4,
      unboundedCalls: 3,
      boundLowNanoUsd: "0",
      boundHighNanoUsd: "0",
      firstDate: "2026-10-05",
      lastDate: "2026-11-05",
      closedCalls: 1,
      droppedCalls: 0,
      // Midnight of the 5th in Berlin.
      priceFrom: "2026-10-04",
      action: "add_price",
      advice: expect.stringContaining("Add one") as string,
    },
    {
      provider: "wisgate",
      model: "gpt-image-2",
      reason: "billing_unknown",
      calls: 1,
      imagesRequested: 4,
      unboundedCalls: 0,
      // Nothing if it is not billed; four images at ten cents if it is.
      boundLowNanoUsd: "0",
      boundHighNanoUsd: "400000000",
      firstDate: "2026-11-06",
      lastDate: "2026-11-06",
      closedCalls: 0,
      droppedCalls: 0,
      priceFrom: "2026-11-05",
      action: "set_billing_rule",
      advice: expect.stringContaining("billing rule") as string,
    },
  ]);
  const freshness = await getFreshness(workspace);
  expect(freshness.unpricedCalls).toBe(items.reduce((sum, { calls }) => sum + calls, 0));

  await addPrice(actor, { ...mystery, from: items[0]?.priceFrom ?? "", usd: "0.04" });
  expect((await listUnpriced(workspace)).items[0]).toMatchObject({ action: "price_again", calls: 3 });
  const tried = await tryRepricing(actor, { ...mystery, onlyUnpriced: true });
  // Two images of the first and one of the second; the one of October is closed.
  expect(tried.tried.total).toMatchObject({ callsChanged: 2, differenceNanoUsd: "120000000" });
  await applyTried(actor, tried.id);
  expect((await listUnpriced(workspace)).items.map(({ reason, calls }) => [reason, calls])).toEqual([
    ["unknown_model", 1],
    ["billing_unknown", 1],
  ]);
});
