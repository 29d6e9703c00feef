import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RateCardBody } from "@/lib/contracts/prices";
import { CATALOGUE, findRateCard } from "@/lib/pricing";
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
    const book = await inWorkspace(home.actor.workspace.id, getPriceBook);
    const idOn = (on: string) => findRateCard(book, { provider: "wisgate", model: "gpt-image-2", on })?.id;
    expect(idOn("2026-05-31")).toBeUndefined();
    expect(idOn("2026-12-31")).toBe(created.id);
    expect(idOn("2027-01-01")).toBe(later.id);
  });

  test("wins over the catalogue's for the same provider and model", async () => {
    const own = await createRateCard(home.actor, { ...WISGATE, provider: "openai" });
    const book = await inWorkspace(home.actor.workspace.id, getPriceBook);
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

    await logCall(id);
    await inUse(/Calls were priced/);
    await inWorkspace(home.actor.workspace.id, (tx) => tx.call.deleteMany());

    const committed = await createScenario(home.actor, { ...home.body, drivers });
    await commitScenario(home.actor, committed.id, 1, NOW);
    await deleteScenario(home.actor, committed.id, NOW);
    await inUse(/frozen version/);
    expect(await ownCards()).toHaveLength(1);
  });
});

async function logCall(rateCardId: string): Promise<void> {
  const workspaceId = home.actor.workspace.id;
  await inWorkspace(workspaceId, (tx) =>
    tx.call.create({
      data: {
        workspaceId,
        id: "req_1",
        occurredAt: new Date("2026-11-03T10:22:41Z"),
        localDate: new Date("2026-11-03"),
        purpose: "customer",
        provider: "wisgate",
        model: "gpt-image-2",
        operation: "generation",
        n: 1,
        size: "1024x1024",
        quality: "high",
        batch: false,
        outcome: "succeeded",
        billed: true,
        imagesReturned: 1,
        costBasis: "rate_card",
        costNanoUsd: 199_500_000n,
        rateCardId,
        tags: {},
        payloadHash: new Uint8Array(32),
      },
    }),
  );
}
