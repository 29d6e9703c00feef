import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PriceListBody } from "@/lib/contracts/price-lists";
import { findRateCard } from "@/lib/pricing";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { withClient } from "@/lib/server/migrations/with-client";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import { listRateCards } from "@/lib/server/prices/list-rate-cards";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import {
  createPlanningWorkspace,
  type PlanningWorkspace,
} from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { applyPriceList } from "./apply-price-list";
import { listDisagreements } from "./list-disagreements";
import { listPriceLists } from "./list-price-lists";
import { previewPriceList } from "./preview-price-list";
import { removePriceList } from "./remove-price-list";

const database = useTestDatabase();

const ROWS = {
  "gpt-image-2": {
    litellm_provider: "openai",
    mode: "image_generation",
    input_cost_per_token: 5e-6,
    input_cost_per_image_token: 8e-6,
    output_cost_per_image_token: 6e-5,
  },
  "recraft/recraftv3": { litellm_provider: "recraft", mode: "image_generation", output_cost_per_image: 0.04 },
  "lumen/lumen-2": { litellm_provider: "lumen", mode: "image_generation", output_cost_per_image: 0.02 },
  "lumen/broken": { litellm_provider: "lumen", mode: "image_generation", output_cost_per_image: "0.02" },
  "lumen/steps": { litellm_provider: "lumen", mode: "image_generation", output_cost_per_step: 0.001 },
};

const LIST: PriceListBody = {
  content: JSON.stringify(ROWS),
  name: "LiteLLM",
  sourceUrl: "https://example.com/prices.json",
  checkedOn: "2026-11-20",
  validFrom: "2026-12-01",
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
const keptLists = async () => (await listPriceLists(home.actor.workspace)).items;

async function nothingWasChanged() {
  expect(await ownCards()).toEqual([]);
  expect(await keptLists()).toEqual([]);
}

describe("a preview", () => {
  test("says what is new, what changes and what cannot be read, and keeps nothing", async () => {
    const preview = await previewPriceList(home.actor.workspace, LIST);
    expect(preview).toMatchObject({ format: "litellm", readRows: 3, otherRows: 0 });
    const [openAi, recraft, lumen] = preview.changes;
    expect(openAi).toMatchObject({ id: "openai/gpt-image-2", status: "changed" });
    expect(openAi?.fields).toContainEqual({ label: "Image output", before: "30.00", after: "60" });
    expect(openAi?.fields).toContainEqual({ label: "Cached text input", before: "1.25", after: null });
    expect(openAi?.fields.map(({ label }) => label)).not.toContain("Text input");
    expect(recraft).toMatchObject({ id: "recraft/recraftv3", status: "same", fields: [] });
    expect(lumen).toMatchObject({ id: "lumen/lumen-2", status: "added", current: null });
    expect(preview.missing).toContainEqual({ provider: "recraft", model: "recraftv2" });
    expect(preview.unread.map(({ row }) => row)).toEqual(["lumen/broken", "lumen/steps"]);
    expect(preview.unread[0]?.reason).toMatch(/“output_cost_per_image” must be a number/);
    expect(preview.unread[1]?.reason).toMatch(/“output_cost_per_step”, a unit that is not known/);
    await nothingWasChanged();
  });

  test.each([
    ["half a document", { content: '{"a":' }, "content", /not valid JSON/],
    ["a list of rows", { content: "[]" }, "content", /must be an object/],
    ["no rows", { content: "{}" }, "content", /no rows/],
    ["another format", { content: '{"a":{"price":1}}' }, "content", /Neither LiteLLM's/],
    ["Portkey's format of nobody", { content: '{"a":{"pricing_config":{}}}' }, "provider", /say which/],
  ])("refuses %s", async (_what, change, path, message) => {
    const refused = previewPriceList(home.actor.workspace, { ...LIST, ...change });
    await expect(refused).rejects.toMatchObject({
      code: "invalid_request",
      errors: [{ path, message: expect.stringMatching(message) as string }],
    });
  });

  test("refuses a price that could not be entered by hand", async () => {
    const row = { litellm_provider: "lumen", mode: "image_generation", deprecation_date: "2025-01-01" };
    const preview = await previewPriceList(home.actor.workspace, {
      ...LIST,
      content: JSON.stringify({ "lumen/old": { ...row, output_cost_per_image: 0.02 } }),
    });
    expect(preview.changes).toEqual([]);
    expect(preview.unread).toEqual([
      { row: "lumen/old", reason: "The model is shut down before this price begins." },
    ]);
  });
});

describe("applying a list", () => {
  const chosen = ["openai/gpt-image-2", "lumen/lumen-2"];

  test("makes the chosen prices the workspace's own, from their date, with their source", async () => {
    const kept = await applyPriceList(home.actor, { ...LIST, chosen });
    expect(kept).toMatchObject({ name: "LiteLLM", statedCards: 3, usedCards: 2, unreadRows: 2 });
    expect(await keptLists()).toEqual([kept]);
    const own = await ownCards();
    expect(own.map(({ provider, model }) => `${provider}/${model}`).sort()).toEqual([...chosen].sort());
    for (const card of own) {
      expect(card).toMatchObject({
        sourceKind: "third_party",
        sourceUrl: LIST.sourceUrl,
        checkedOn: LIST.checkedOn,
        validFrom: LIST.validFrom,
      });
    }
    const book = await bookOf(home.actor.workspace);
    const sourceOn = (on: string) =>
      findRateCard(book, { provider: "openai", model: "gpt-image-2", on })?.sourceKind;
    expect(sourceOn("2026-11-30")).toBe("first_party");
    expect(sourceOn("2026-12-01")).toBe("third_party");
    const events = await inWorkspace(home.actor.workspace.id, (tx) =>
      tx.auditEvent.findMany({ where: { subject: `price_list:${kept.id}` } }),
    );
    expect(events.map(({ action }) => action)).toEqual(["price_list.applied"]);
  });

  test("keeps the measure by which calls without usage are priced", async () => {
    await applyPriceList(home.actor, { ...LIST, chosen });
    const card = (await ownCards()).find(({ model }) => model === "gpt-image-2");
    expect(card?.prices).toMatchObject({ scheme: "tokens", outputTokens: { kind: "gpt-image-2" } });
    expect(card?.notes).toMatch(/states no tokens per image/);
  });

  test("changes nothing when one of the prices clashes with another on that day", async () => {
    await applyPriceList(home.actor, { ...LIST, chosen: ["lumen/lumen-2"] });
    const before = { own: await ownCards(), lists: await keptLists() };
    await expect(applyPriceList(home.actor, { ...LIST, chosen })).rejects.toMatchObject({
      code: "already_exists",
      errors: [{ path: "chosen.1" }],
    });
    expect({ own: await ownCards(), lists: await keptLists() }).toEqual(before);
  });

  test("refuses a price that the list does not state", async () => {
    await expect(
      applyPriceList(home.actor, { ...LIST, chosen: ["lumen/lumen-2", "lumen/broken"] }),
    ).rejects.toMatchObject({ code: "invalid_request", errors: [{ path: "chosen.1" }] });
    await nothingWasChanged();
  });

  test("of none keeps the list for comparing", async () => {
    expect(await applyPriceList(home.actor, { ...LIST, chosen: [] })).toMatchObject({ usedCards: 0 });
    expect(await ownCards()).toEqual([]);
  });
});

describe("taking a list back", () => {
  test("removes it with its prices", async () => {
    const { id } = await applyPriceList(home.actor, { ...LIST, chosen: ["lumen/lumen-2"] });
    await removePriceList(home.actor, id);
    await nothingWasChanged();
    await expect(removePriceList(home.actor, id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is refused once a call was priced with it", async () => {
    const { id } = await applyPriceList(home.actor, { ...LIST, chosen: ["lumen/lumen-2"] });
    const call = { id: "one", occurredAt: "2026-12-02T10:00:00Z", provider: "lumen", model: "lumen-2" };
    const { counts } = await recordCalls(home.actor.workspace, [call], new Date("2026-12-03T00:00:00Z"));
    expect(counts.created).toBe(1);
    await expect(removePriceList(home.actor, id)).rejects.toMatchObject({ code: "in_use" });
    expect(await ownCards()).toHaveLength(1);
  });

  test("is refused while a call is on record as priced with it before it was priced anew", async () => {
    const { id } = await applyPriceList(home.actor, { ...LIST, chosen: ["lumen/lumen-2"] });
    const [card] = await ownCards();
    const workspaceId = home.actor.workspace.id;
    const day = new Date("2026-12-02T00:00:00Z");
    const written = { id: "rep_1", workspaceId, createdById: home.actor.id, fromDate: day, toDate: day };
    await inWorkspace(workspaceId, async (tx) => {
      await tx.repricing.create({ data: { ...written, status: "applied", differences: {} } });
      await tx.callPriceChange.create({
        data: {
          workspaceId,
          id: "rep_1.one",
          repricingId: "rep_1",
          callId: "one",
          before: { rateCardId: card?.id ?? "" },
          beforeRateCardId: card?.id ?? "",
          after: { rateCardId: null },
        },
      });
    });
    await expect(removePriceList(home.actor, id)).rejects.toMatchObject({ code: "in_use" });
    expect(await ownCards()).toHaveLength(1);
  });

  test("is another workspace's business only there", async () => {
    const other = await createPlanningWorkspace();
    const { id } = await applyPriceList(other.actor, { ...LIST, chosen: ["lumen/lumen-2"] });
    await expect(removePriceList(home.actor, id)).rejects.toMatchObject({ code: "not_found" });
    await nothingWasChanged();
  });
});

describe("disagreements", () => {
  const now = new Date("2026-12-10T09:00:00Z");

  test("are those that the shipped lists are known for", async () => {
    const { on, items } = await listDisagreements(home.actor.workspace, now);
    expect(on).toBe("2026-12-10");
    const rows = items.map(({ model, meter, first, second }) => [model, meter, first.price, second.price]);
    expect(rows).toContainEqual(["chatgpt-image-latest", "Image input", "8.00", "10"]);
    expect(rows).toContainEqual(["chatgpt-image-latest", "Image output", "32.00", "40"]);
    expect(rows).toContainEqual(["gpt-image-2", "Text output", null, "10"]);
  });

  test("set what is priced with against the lists that were brought in", async () => {
    await applyPriceList(home.actor, { ...LIST, chosen: [] });
    const ours = async () =>
      (await listDisagreements(home.actor.workspace, now)).items.filter(
        ({ model, meter }) => model === "gpt-image-2" && meter === "Image output",
      );
    expect(await ours()).toMatchObject([
      {
        first: { source: "Catalogue", price: "30.00", isUsed: true },
        second: { source: "LiteLLM", price: "60", isUsed: false },
        ratio: "2.00",
      },
    ]);
    await applyPriceList(home.actor, { ...LIST, chosen: ["openai/gpt-image-2"] });
    expect(await ours()).toMatchObject([
      { first: { source: "Your prices", price: "60" }, second: { source: "Catalogue", price: "30.00" } },
      { first: { source: "Your prices" }, second: { source: "LiteLLM, as shipped", price: "30" } },
    ]);
  });
});
