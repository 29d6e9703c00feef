import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Scenario, ScenarioVersion, Workflow } from "@/lib/contracts/scenarios";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { createKey, createTestWorkspace, createUser } from "@/lib/server/testing/api-client";
import { callEndpoint, type EndpointId } from "@/lib/server/testing/call-endpoint";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";

const database = useTestDatabase();

beforeAll(() => withClient(database.url, syncCatalogue));

let caller: { key: string; workspaceSlug: string };

beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const workspace = await createTestWorkspace(await createUser());
  const { secret } = await createKey(workspace, ["read", "write"]);
  caller = { key: secret, workspaceSlug: workspace.slug };
});

/** Calls an address and checks that its answer is what its contract says, no more and no less. */
async function call<T>(id: EndpointId, changes: Parameters<typeof callEndpoint>[2] = {}): Promise<T> {
  const response = await callEndpoint(id, caller, changes);
  const endpoint: Endpoint = ENDPOINTS[id];
  const text = await response.text();
  expect(`${id} ${response.status} ${response.ok ? "" : text}`).toBe(`${id} ${endpoint.status ?? 200} `);
  if (!endpoint.answer) return null as T;
  const answer: unknown = JSON.parse(text);
  expect(endpoint.answer.parse(answer)).toEqual(answer);
  return answer as T;
}

async function refusal(id: EndpointId, changes: Parameters<typeof callEndpoint>[2]) {
  const response = await callEndpoint(id, caller, changes);
  const problem = (await response.json()) as { code: string; errors?: { path: string; message: string }[] };
  return { status: response.status, code: problem.code, paths: problem.errors?.map(({ path }) => path) };
}

const WISGATE = {
  provider: "wisgate",
  model: "gpt-image-2",
  name: "WisGate",
  validFrom: "2026-06-01",
  checkedOn: "2026-11-23",
  prices: { scheme: "per_call", price: "0.25", batchPrice: null, multiplier: "1" },
};

test("from a template to a committed forecast, at a gateway whose price is entered", async () => {
  const { items: templates } = await call<{ items: { key: string }[] }>("listTemplates");
  const { scenarios } = await call<{ scenarios: Scenario[] }>("createFromTemplate", {
    json: {
      template: templates[0]!.key,
      workflow: { name: "Landing heroes" },
      startsOn: "2027-01-01",
      provider: "wisgate",
    },
  });
  const prototype = scenarios[0]!;
  const params = { scenarioId: prototype.id };
  expect(prototype.projection).toMatchObject({ status: "unpriced", problems: [{ path: "model" }] });
  expect(await refusal("commitScenario", { params, json: { revision: 1 } })).toMatchObject({
    status: 422,
    code: "not_priced",
  });

  await call("createRateCard", { json: WISGATE });
  // 20 requests, a tenth of them again, and 60 calls for prompts: 82 × $0.25
  expect(await call<Scenario>("getScenario", { params })).toMatchObject({
    projection: { status: "priced", totalNanoUsd: "20500000000" },
  });
  const saved = await call<Scenario>("updateScenario", {
    params,
    json: { revision: 1, drivers: { ...prototype.drivers, billedRetryPercent: 0 } },
  });
  const projected = await call<Scenario["projection"]>("project", { json: { drivers: saved.drivers } });
  expect(projected).toEqual(saved.projection);

  const version = await call<ScenarioVersion>("commitScenario", { params, json: { revision: 2 } });
  expect(version).toMatchObject({ number: 1, totalNanoUsd: "20000000000", inForce: true });
  expect(await call("listVersions", { params })).toEqual({ items: [version] });

  await call("duplicateScenario", { params });
  await call("withdrawForecast", { params });
  await call("deleteScenario", { params });
  await call("restoreScenario", { params });
  const { items } = await call<{ items: Scenario[] }>("listScenarios");
  expect(items.map(({ stage, name }) => [stage, name])).toEqual([
    ["prototype", "Prototype"],
    ["prototype", "Prototype (copy)"],
    ["pilot", "Pilot"],
    ["production", "Production"],
  ]);

  const { items: workflows } = await call<{ items: Workflow[] }>("listWorkflows");
  await call("updateWorkflow", { params: { workflowId: workflows[0]!.id }, json: { owner: "Ada" } });
  await call("createScenario", {
    json: {
      workflowId: workflows[0]!.id,
      stage: "pilot",
      name: "Another",
      purpose: { mustProve: "", criteria: [] },
      drivers: saved.drivers,
    },
  });
});

test("rate cards are added, listed and deleted", async () => {
  const card = await call<{ id: string }>("createRateCard", { json: WISGATE });
  const { items } = await call<{ items: { id: string }[] }>("listRateCards");
  expect(items).toContainEqual(card);
  expect(await refusal("createRateCard", { json: WISGATE })).toEqual({
    status: 409,
    code: "already_exists",
    paths: ["validFrom"],
  });
  await call("deleteRateCard", { params: { rateCardId: card.id } });
});

test("every driver that is wrong is named", async () => {
  const { items } = await call<{ items: { scenarios: { drivers: Scenario["drivers"] }[] }[] }>(
    "listTemplates",
  );
  const good = items[0]!.scenarios[0]!.drivers;
  const paths = async (drivers: object) => (await refusal("project", { json: { drivers } })).paths;

  expect(
    await paths({
      ...good,
      startsOn: "2027-02-30",
      lengthMonths: 37,
      volume: { requests: -1, per: "hour" },
      imagesPerRequest: 1e9,
      promptTokens: [26],
      billedRetryPercent: { value: 5 },
      acceptedPercent: 12.345,
      surprise: true,
    }),
  ).toEqual([
    "drivers.startsOn",
    "drivers.lengthMonths",
    "drivers.volume.requests",
    "drivers.volume.per",
    "drivers.imagesPerRequest",
    "drivers.promptTokens",
    "drivers.billedRetryPercent",
    "drivers.acceptedPercent",
    "drivers.surprise",
  ]);
  const line = good.mix[0]!;
  expect(await paths({ ...good, mix: [{ ...line, sharePercent: 99.99 }] })).toEqual(["drivers.mix"]);
  expect(
    await paths({
      ...good,
      mix: [
        { ...line, sharePercent: 50 },
        { ...line, sharePercent: 50 },
      ],
    }),
  ).toEqual(["drivers.mix"]);
  expect(await paths({ ...good, mix: [{ ...line, size: "big" }] })).toEqual(["drivers.mix.0.size"]);
});

test("prices that cannot be are refused, and nothing is kept", async () => {
  const before = await call("listRateCards");
  const entry = { size: "1024x1024", quality: "high", price: "0.2" };
  const perImage = { scheme: "per_image", batch: null, multiplier: "1" };
  const bad = {
    "prices.price": { ...WISGATE, prices: { ...WISGATE.prices, price: "-0.25" } },
    "prices.multiplier": { ...WISGATE, prices: { ...WISGATE.prices, multiplier: "0" } },
    "prices.standard": { ...WISGATE, prices: { ...perImage, standard: [entry, { ...entry, price: "0.3" }] } },
    "prices.standard.0.price": { ...WISGATE, prices: { ...perImage, standard: [{ ...entry, price: 0.2 }] } },
    "prices.scheme": { ...WISGATE, prices: { ...WISGATE.prices, scheme: "per_pixel" } },
    validFrom: { ...WISGATE, validFrom: "2027-13-01" },
    sourceUrl: { ...WISGATE, sourceUrl: "javascript:alert(1)" },
    validTo: { ...WISGATE, validTo: WISGATE.validFrom },
  };
  for (const [path, json] of Object.entries(bad)) {
    expect(await refusal("createRateCard", { json })).toEqual({
      status: 400,
      code: "invalid_request",
      paths: [path],
    });
  }
  expect(await call("listRateCards")).toEqual(before);
});
