import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/server/auth/password";
import { sealCredentials } from "@/lib/server/connectors/seal-credentials";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { runRepricing } from "@/lib/server/repricing/run-repricing";
import { createKey, createTestWorkspace, createUser, join, signIn } from "../api-client";
import { callEndpoint, type Caller, type EndpointId } from "../call-endpoint";
import { SAMPLE_REQUESTS } from "../sample-requests";
import type { TestDatabase } from "../use-test-database";

/** The months and days that its calls are in. */
const LOGGED_ON = ["2026-08-31", "2026-09-15", "2026-10-25", "2026-11-03"];

export interface PopulatedWorkspace {
  id: string;
  session: Caller;
  /** A program that may do whatever programs may. */
  program: Caller;
  /** One of everything that has an id, by the name that addresses and bodies have for it. */
  ids: Record<string, string>;
  /** What its things are called. No other workspace holds the word. */
  word: string;
}

/** A workspace with one of everything, whose every text says which workspace it belongs to. */
export async function populateWorkspace(database: TestDatabase, word: string): Promise<PopulatedWorkspace> {
  await withClient(database.url, syncCatalogue);
  const owner = await createUser(await hashPassword("correct horse battery"));
  const workspace = await createTestWorkspace(owner, `${word} works`);
  const memberId = await join(workspace, await createUser(), "editor");
  const key = await createKey(workspace, ["read", "write", "ingest"]);
  const session: Caller = { workspaceSlug: workspace.slug, cookie: await signIn(owner) };
  const program: Caller = { workspaceSlug: workspace.slug, key: key.secret };

  const create = async (id: EndpointId, changes: Parameters<typeof callEndpoint>[2] = {}) => {
    const response = await callEndpoint(id, session, changes);
    if (!response.ok) throw new Error(`${id} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { id: string };
  };
  const sample = (id: EndpointId, more: object) => ({ json: { ...SAMPLE_REQUESTS[id].json, ...more } });

  // Requests name it, so it may come back in answers to whoever sent it.
  const callId = randomUUID();
  const calls = LOGGED_ON.flatMap((day) =>
    ["gpt-image-2", `model of ${word}`].map((model, index) => ({
      ...(SAMPLE_REQUESTS.recordCalls.json?.calls as object[])[0],
      id: day === LOGGED_ON[0] && index === 0 ? callId : `${day}-${index}-${word}`,
      occurredAt: `${day}T10:00:00Z`,
      workflow: `workflow of ${word}`,
      model,
      retryOf: null,
      chargedUsd: null,
      tags: { team: `team of ${word}` },
    })),
  );
  await create("recordCalls", { json: { calls } });
  // The same call with something else in it, which is refused and kept.
  await create("recordCalls", { json: { calls: [{ ...calls[0], n: 2 }] } });

  const { id: workflowId } = await create("createWorkflow", {
    json: { name: `Heroes of ${word}`, slug: `heroes-${word}`, owner: word, costCentre: word },
  });
  const { id: scenarioId } = await create(
    "createScenario",
    sample("createScenario", { workflowId, name: word }),
  );
  const { id: versionId } = await create("commitScenario", { params: { scenarioId }, json: { revision: 1 } });
  const { id: rateCardId } = await create(
    "createRateCard",
    sample("createRateCard", { provider: `provider of ${word}`, name: `Agreed with ${word}` }),
  );
  const { id: savedViewId } = await create(
    "createSavedView",
    sample("createSavedView", { name: `View of ${word}` }),
  );
  const { id: priceListId } = await create(
    "applyPriceList",
    sample("applyPriceList", { name: `List of ${word}` }),
  );
  const { id: mappingId } = await create(
    "saveImportMapping",
    sample("saveImportMapping", { name: `Log of ${word}` }),
  );
  const { id: repricingId } = await create("createRepricing");
  await runRepricing(workspace.id, repricingId, () => new Date());

  return {
    id: workspace.id,
    session,
    program,
    word,
    ids: {
      callId,
      workflowId,
      scenarioId,
      versionId,
      rateCardId,
      savedViewId,
      priceListId,
      mappingId,
      repricingId,
      memberId,
      apiKeyId: key.id,
      importId: await uploadLog(create, word),
      connectorId: await insertConnector(workspace.id, owner.id, word),
    },
  };
}

type Create = (id: EndpointId, changes?: Parameters<typeof callEndpoint>[2]) => Promise<{ id: string }>;

async function uploadLog(create: Create, word: string): Promise<string> {
  const log = `id,occurredAt,model\nline-1,2026-11-02T10:00:00Z,model of ${word}\nline-2,never,gpt-image-2\n`;
  const json = { fileName: `log-of-${word}.csv`, fileBytes: Buffer.byteLength(log) };
  const { id: importId } = await create("createImport", { json });
  await create("uploadPart", { params: { importId, position: "0" }, bytes: log });
  await create("inspectImport", { params: { importId } });
  return importId;
}

/** Its source does not exist, so the address that would ask it cannot make one. */
async function insertConnector(workspaceId: string, createdById: string, word: string): Promise<string> {
  const id = `con_${randomUUID()}`;
  const credentials = { secretKey: "sk-lf-0000", publicKey: "pk-lf-0000" };
  await inWorkspace(workspaceId, (tx) =>
    tx.connector.create({
      data: {
        workspaceId,
        id,
        kind: "langfuse",
        name: `Langfuse of ${word}`,
        baseUrl: "http://127.0.0.1:9",
        credentials: sealCredentials(credentials, workspaceId, id),
        credentialHint: "0000",
        intervalMinutes: 60,
        lineItemRules: [],
        state: "importing",
        backfillFrom: new Date("2026-11-01"),
        nextRunAt: new Date("2026-11-01"),
        createdById,
      },
    }),
  );
  return id;
}
