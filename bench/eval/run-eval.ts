import type { Import } from "@/lib/contracts/imports";
import { KillableProduct } from "../crash/killable-product";
import { readCalls, readSums } from "./actual";
import { Api } from "./api";
import { Checks } from "./checks";
import { type DaySums, groupBy, NOTHING, sumsOf } from "./expected";
import { MAPPING, MODEL, TIME_ZONE, type LoggedRequest, type RequestLog } from "./request-log";

const ATTEMPTS = 5;

/** What the API tells of an import, in the order of the file's fate. */
const countsOf = (read: Import) => ({
  read: read.rowsRead,
  created: read.rowsCreated,
  existing: read.rowsExisting,
  repeated: read.rowsRepeated,
  rejected: read.rowsRejected,
});

/**
 * Imports a real log into a product of its own, undoes that, and imports it again while web server and database are
 * killed half way. After each, what the product says is compared with what a second reader makes of the file.
 */
export async function runEval(log: RequestLog, report: (message: string) => void): Promise<Checks> {
  const checks = new Checks();
  const product = await KillableProduct.create();
  try {
    await product.bringUp();
    const slug = await openWorkspace(product);
    const scopes = ["--scopes", "read,write,ingest"];
    const key = await product.command("keys:create", "--", "--workspace", slug, ...scopes);
    const api = new Api(product.origin, key);
    const compareAll = (when: string, requests: readonly LoggedRequest[]) =>
      compare({ checks, product, slug, api }, when, requests);
    await addPrice(api);
    const first = {
      read: log.lines,
      created: log.requests.length,
      existing: 0,
      repeated: log.repeats,
      rejected: 0,
    };

    const importId = await startReading(api, log);
    const done = await api.waitFor(importId, ({ status }) => status === "done");
    checks.add("first import, lines", first, countsOf(done));
    await compareAll("first import", log.requests);
    report("imported");

    await api.ask("POST", `imports/${importId}/undo`);
    const undone = await api.waitFor(importId, ({ status }) => status === "undone");
    checks.add("undo, calls removed", log.requests.length, undone.rowsUndone);
    await compareAll("undo", []);
    report("undone");

    const { killedId, readBefore } = await importAndKill(product, api, log);
    report(`killed web server and database after ${readBefore} of ${log.lines} lines`);
    await product.bringUp();
    const resumed = await api.waitFor(killedId, ({ status }) => status === "done");
    checks.add("import with a kill, lines", first, countsOf(resumed));
    await compareAll("import with a kill", log.requests);

    const again = await startReading(api, log);
    const repeated = await api.waitFor(again, ({ status }) => status === "done");
    checks.add(
      "imported once more, lines",
      { ...first, created: 0, existing: first.created },
      countsOf(repeated),
    );
    await compareAll("imported once more", log.requests);
    return checks;
  } finally {
    await product.remove();
  }
}

interface Evaluation {
  checks: Checks;
  product: KillableProduct;
  slug: string;
  api: Api;
}

async function compare(
  { checks, product, slug, api }: Evaluation,
  when: string,
  requests: readonly LoggedRequest[],
): Promise<void> {
  const { total, groups } = await readSums(api);
  checks.add(`${when}, sums`, requests.length === 0 ? NOTHING : sumsOf(requests), total);
  const byGroup = groupBy(
    requests,
    ({ day, outcome, quality }) => `${day} ${outcome} ${quality ?? "unknown"}`,
  );
  const expected = new Map(
    [...byGroup].map(([key, group]): [string, DaySums] => {
      const { calls, imagesDelivered, costNanoUsd, unpricedCalls } = sumsOf(group);
      return [key, { calls, imagesDelivered, costNanoUsd, unpricedCalls }];
    }),
  );
  checks.addGroups(`${when}, by day, outcome and quality`, expected, groups);
  const countOf = (calls: readonly LoggedRequest[]) =>
    new Map([...groupBy(calls, (call) => JSON.stringify(call))].map(([key, same]) => [key, same.length]));
  checks.addGroups(`${when}, call by call`, countOf(requests), countOf(await readCalls(api)));
  const recounted = await product.command("recount", "--", "--workspace", slug);
  checks.add(
    `${when}, recount`,
    "0 differences",
    / 0 differences$/.test(recounted) ? "0 differences" : recounted,
  );
}

/** A reading that ends before the kill is undone and begun again. */
async function importAndKill(
  product: KillableProduct,
  api: Api,
  log: RequestLog,
): Promise<{ killedId: string; readBefore: number }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const killedId = await startReading(api, log);
    const seen = await api.waitFor(killedId, ({ status, rowsRead }) => rowsRead > 0 || status === "done");
    if (seen.status !== "done" && seen.rowsRead < log.lines) {
      await product.kill("both");
      return { killedId, readBefore: seen.rowsRead };
    }
    await api.waitFor(killedId, ({ status }) => status === "done");
    await api.ask("POST", `imports/${killedId}/undo`);
    await api.waitFor(killedId, ({ status }) => status === "undone");
  }
  throw new Error("Each time the whole file was read before anything could be killed.");
}

function startReading(api: Api, { fileName, bytes }: RequestLog): Promise<string> {
  return api.startImport(fileName, bytes, MAPPING);
}

/** The first run of the product, as its owner has it; answers the workspace's name in addresses. */
async function openWorkspace(product: KillableProduct): Promise<string> {
  const response = await fetch(`${product.origin}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      name: "Ada",
      email: "ada@example.com",
      password: "engines weave algebra",
      workspaceName: "Evaluation",
      timeZone: TIME_ZONE,
    }),
  });
  if (!response.ok) throw new Error(`The workspace was not made: ${await response.text()}`);
  const { workspaceSlug } = (await response.json()) as { workspaceSlug: string };
  return workspaceSlug;
}

/** OpenAI's list prices, from before the log begins: the model is younger than the log. */
function addPrice(api: Api): Promise<unknown> {
  return api.ask("POST", "rate-cards", {
    provider: "openai",
    model: MODEL,
    name: "List price, assumed for the log",
    validFrom: "2024-01-01",
    validTo: "2025-01-01",
    checkedOn: "2026-11-28",
    prices: {
      scheme: "tokens",
      standard: {
        textInput: "5",
        cachedTextInput: "1.25",
        imageInput: "8",
        cachedImageInput: "2",
        imageOutput: "30",
        textOutput: null,
      },
      batch: null,
      outputTokens: { kind: "gpt-image-2" },
      multiplier: "1",
    },
  });
}
