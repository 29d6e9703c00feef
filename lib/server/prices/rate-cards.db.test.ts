import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RateCardBody } from "@/lib/contracts/prices";
import { findRateCard } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { checkCall } from "@/lib/server/calls/check-call";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { recordCheckedCalls } from "@/lib/server/calls/record-checked-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { commitScenario } from "@/lib/server/scenarios/commit-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { deleteScenario } from "@/lib/server/scenarios/delete-scenario";
import {
  createPlanningWorkspace,
  type PlanningWorkspace,
} from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { createRateCard } from "./create-rate-card";
import { deleteRateCard } from "./delete-rate-card";
import { getPriceBook } from "./get-price-book";
import { listRateCards } from "./list-rate-cards";
import { syncCatalogue } from "./sync-catalogue";

const database = useTestDatabase();
const NOW = new Date("2026-12-10T09:00:00Z");

const WISGATE: RateCardBody = {
  provider: "wisgate",
  model: "gpt-image-2",
  name: "WisGate, as agreed",
  validFrom: "2026-06-01",
  sourceUrl: "https://wisgate.ai/models",
  checkedOn: "2026-11-23",
  notes: "From a test call",
  prices: {
    scheme: "per_image",
    standard: [{ size: "1024x1024", quality: "high", price: "0.19" }],
    batch: null,
    multiplier: "1.05",
  },
};

let home: PlanningWorkspace;

beforeAll(() => withClient(database.url, syncCatalogue));

beforeEach(async () => {
  home = await createPlanningWorkspace();
});

async function ownCards() {
  const { items } = await listRateCards(home.actor.workspace);
  return items.filter(({ origin }) => origin === "workspace");
}

const bookOf = ({ id }: { id: string }) => inWorkspace(id, (tx) => getPriceBook(tx, id));

describe("the catalogue", () => {
  test("is the one that ships with the product, however often it is brought up to date", async () => {
    await withClient(database.url, async (client) => {
      await client.query(
        "UPDATE catalogue_rate_card SET name = 'Stale', prices = '{}' WHERE provider = 'openai'",
      );
      await syncCatalogue(client);
      await syncCatalogue(client);
    });
    const { items } = await listRateCards(home.actor.workspace);
    const byId = (cards: readonly { id: string }[]) => [...cards].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(items)).toEqual(byId(CATALOGUE));
  });

  test("ends a card that it no longer carries on the day that is found out, and leaves it so", async () => {
    const find = { provider: "openai", model: "gpt-image-abandoned" };
    await withClient(database.url, async (client) => {
      const add = (id: string, validTo: string | null) =>
        client.query(
          `INSERT INTO catalogue_rate_card
             (id, provider, model, name, valid_from, valid_to, source_kind, checked_on, prices)
           SELECT $1, provider, 'gpt-image-abandoned', name, $2, $3, source_kind, checked_on, prices
           FROM catalogue_rate_card WHERE id = 'openai:gpt-image-2:2026-04-21'`,
          [id, validTo === "2026-03-01" ? "2026-01-01" : "2026-03-01", validTo],
        );
      await add("abandoned:early", "2026-03-01");
      await add("abandoned:open", null);
      const ends = async () => {
        const sql =
          "SELECT id, valid_to FROM catalogue_rate_card WHERE model = 'gpt-image-abandoned' ORDER BY id";
        return (await client.query<{ id: string; valid_to: string }>(sql)).rows;
      };
      try {
        const before = new Date().toISOString().slice(0, 10);
        await syncCatalogue(client);
        const [early, open] = await ends();
        expect(early).toEqual({ id: "abandoned:early", valid_to: "2026-03-01" });
        expect([before, new Date().toISOString().slice(0, 10)]).toContain(open?.valid_to);

        const book = await bookOf(home.actor.workspace);
        expect(findRateCard(book, { ...find, on: "2026-03-15" })?.id).toBe("abandoned:open");
        expect(findRateCard(book, { ...find, on: open!.valid_to })).toBeNull();

        // It ended on an earlier day, and a later start does not move that.
        await client.query(
          "UPDATE catalogue_rate_card SET valid_to = '2026-03-20' WHERE id = 'abandoned:open'",
        );
        await syncCatalogue(client);
        expect((await ends())[1]?.valid_to).toBe("2026-03-20");
      } finally {
        await client.query("DELETE FROM catalogue_rate_card WHERE model = 'gpt-image-abandoned'");
      }
    });
  });

  test("cannot be deleted from", async () => {
    await expect(deleteRateCard(home.actor, CATALOGUE[0]!.id)).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("a price of the workspace's own", () => {
  test("is kept as it was entered, and prices from its date on", async () => {
    const created = await createRateCard(home.actor, WISGATE);
    expect(created).toEqual({
      ...WISGATE,
      id: created.id,
      origin: "workspace",
      validTo: null,
      shutdownOn: null,
      sourceKind: "user_entered",
    });
    expect(await ownCards()).toEqual([created]);

    const later = await createRateCard(home.actor, { ...WISGATE, name: "Dearer", validFrom: "2027-01-01" });
    const book = await bookOf(home.actor.workspace);
    const idOn = (on: string) => findRateCard(book, { provider: "wisgate", model: "gpt-image-2", on })?.id;
    expect(idOn("2026-05-31")).toBeUndefined();
    expect(idOn("2026-12-31")).toBe(created.id);
    expect(idOn("2027-01-01")).toBe(later.id);
  });

  test("wins over the catalogue's for the same provider and model", async () => {
    const own = await createRateCard(home.actor, { ...WISGATE, provider: "openai" });
    const book = await bookOf(home.actor.workspace);
    const found = findRateCard(book, { provider: "openai", model: "gpt-image-2", on: "2026-12-01" });
    expect(found?.id).toBe(own.id);
  });

  test("cannot begin on the day on which another begins", async () => {
    await createRateCard(home.actor, WISGATE);
    await expect(createRateCard(home.actor, { ...WISGATE, name: "Again" })).rejects.toMatchObject({
      code: "already_exists",
      errors: [{ path: "validFrom" }],
    });
    expect(await ownCards()).toHaveLength(1);
  });

  test("is another workspace's business only there", async () => {
    const other = await createPlanningWorkspace();
    const theirs = await createRateCard(other.actor, WISGATE);
    expect(await ownCards()).toEqual([]);
    await expect(deleteRateCard(home.actor, theirs.id)).rejects.toMatchObject({ code: "not_found" });
    await createRateCard(home.actor, WISGATE);
    // Not by row-level security alone.
    const book = await inWorkspace(other.actor.workspace.id, (tx) =>
      getPriceBook(tx, home.actor.workspace.id),
    );
    expect(findRateCard(book, { ...WISGATE, on: "2026-12-01" })).toBeNull();
  });

  test("is deleted while nothing was computed with it, and both leave a trace", async () => {
    const { id } = await createRateCard(home.actor, WISGATE);
    await deleteRateCard(home.actor, id);
    expect(await ownCards()).toEqual([]);
    await expect(deleteRateCard(home.actor, id)).rejects.toMatchObject({ code: "not_found" });
    const events = await inWorkspace(home.actor.workspace.id, (tx) =>
      tx.auditEvent.findMany({ where: { subject: `rate_card:${id}` }, orderBy: { sequence: "asc" } }),
    );
    expect(events.map(({ action }) => action)).toEqual(["rate_card.created", "rate_card.deleted"]);
  });

  test("stays while a call, a version or a scenario relies on it", async () => {
    const { id } = await createRateCard(home.actor, WISGATE);
    const remove = () => deleteRateCard(home.actor, id);
    const inUse = (detail: RegExp) =>
      expect(remove()).rejects.toMatchObject({
        code: "in_use",
        detail: expect.stringMatching(detail) as string,
      });

    const drivers = { ...home.body.drivers, provider: "wisgate" };
    const draft = await createScenario(home.actor, { ...home.body, name: "At WisGate", drivers });
    await inUse(/“At WisGate”/);
    await deleteScenario(home.actor, draft.id, NOW);

    await recordCalls(home.actor.workspace, [CALL], NOW);
    await inUse(/Calls were priced/);
    await forgetCalls();

    const committed = await createScenario(home.actor, { ...home.body, drivers });
    await commitScenario(home.actor, committed.id, 1, NOW);
    await deleteScenario(home.actor, committed.id, NOW);
    await inUse(/frozen version/);
    expect(await ownCards()).toHaveLength(1);
  });

  test("stays when a call is being priced with it while it is removed", async () => {
    const { id } = await createRateCard(home.actor, WISGATE);
    const { checked } = checkCall(CALL, NOW) as Extract<ReturnType<typeof checkCall>, { checked: unknown }>;
    let removal: Promise<void> | undefined;
    await inWorkspace(home.actor.workspace.id, async (tx) => {
      await recordCheckedCalls(tx, home.actor.workspace.id, [checked], { now: NOW });
      removal ??= deleteRateCard(home.actor, id);
      // It is looked at below; until then nobody listens.
      removal.catch(() => undefined);
      await untilSomebodyWaits();
    });
    await expect(removal).rejects.toMatchObject({ code: "in_use" });
    expect(await ownCards()).toHaveLength(1);
  });
});

describe("prices of one model after another", () => {
  const from = (validFrom: string, changes: Partial<RateCardBody> = {}) =>
    createRateCard(home.actor, { ...WISGATE, validFrom, ...changes });

  test("an open end gives way to what begins later, whichever was entered first", async () => {
    await from("2026-09-01");
    expect(await from("2026-06-01")).toMatchObject({ validTo: "2026-09-01" });
    const last = await from("2026-12-01");
    const spans = async () => (await ownCards()).map(({ validFrom, validTo }) => [validFrom, validTo]);
    expect(await spans()).toEqual([
      ["2026-12-01", null],
      ["2026-09-01", "2026-12-01"],
      ["2026-06-01", "2026-09-01"],
    ]);

    await deleteRateCard(home.actor, last.id);
    expect(await spans()).toEqual([
      ["2026-09-01", null],
      ["2026-06-01", "2026-09-01"],
    ]);
  });

  test("days that two prices both state are refused, and nothing is changed", async () => {
    await from("2026-06-01", { validTo: "2026-09-01", name: "Summer" });
    await expect(from("2026-08-31")).rejects.toMatchObject({
      code: "overlapping_dates",
      errors: [{ path: "validFrom", message: expect.stringContaining("31 Aug 2026") as string }],
    });
    await expect(from("2026-05-01", { validTo: "2026-06-02" })).rejects.toMatchObject({
      code: "overlapping_dates",
      errors: [{ path: "validTo", message: expect.stringContaining("1 Jun 2026") as string }],
    });
    expect(await ownCards()).toHaveLength(1);

    await from("2026-09-01");
    await from("2026-05-01", { validTo: "2026-06-01" });
    expect(await ownCards()).toHaveLength(3);
  });

  test("another model or provider is nobody's overlap", async () => {
    await from("2026-06-01");
    await from("2026-06-01", { provider: "other" });
    await from("2026-06-01", { model: "gpt-image-1.5" });
    expect(await ownCards()).toHaveLength(3);
  });

  test("of two that are entered at once for the same day one is refused", async () => {
    const outcomes = await Promise.allSettled([from("2026-06-01"), from("2026-06-01")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await ownCards()).toHaveLength(1);
  });

  test("keep what they say of their source and of the model's end", async () => {
    const more = { sourceKind: "calibrated", shutdownOn: "2027-03-01" } as const;
    const created = await from("2026-06-01", more);
    expect(created).toMatchObject(more);
    expect(await ownCards()).toMatchObject([more]);
  });
});

const CALL = {
  id: "req_1",
  occurredAt: "2026-11-03T10:22:41Z",
  provider: "wisgate",
  model: "gpt-image-2",
  size: "1024x1024",
  quality: "high",
};

/** Removes calls as no user can, to look at what else keeps a price. */
async function forgetCalls(): Promise<void> {
  await inWorkspace(home.actor.workspace.id, async (tx) => {
    await tx.call.deleteMany();
    await tx.usageDaily.deleteMany();
  });
}

/** Resolves once somebody waits for an advisory lock in the test's database. */
async function untilSomebodyWaits(): Promise<void> {
  await withClient(database.url, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      if (rowCount !== 0) return;
    }
  });
}
