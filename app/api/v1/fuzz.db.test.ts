import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { callEndpoint, ENDPOINT_IDS, type EndpointId } from "@/lib/server/testing/call-endpoint";
import { operationOf, type Operation } from "@/lib/server/testing/fuzz/described-operations";
import { changes, takeFingerprint, type Fingerprint } from "@/lib/server/testing/fuzz/fingerprint";
import { drawRequest, type FuzzRequest, type Workspaces } from "@/lib/server/testing/fuzz/fuzz-request";
import { judgeAnswer } from "@/lib/server/testing/fuzz/judge-answer";
import { populateWorkspace } from "@/lib/server/testing/fuzz/populated-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";

/**
 * Every address of the description, asked with whatever the description allows and with what it does not. Each case is
 * one request; `npm run fuzz -- --cases 500` asks every address so often.
 */
const CASES = Number(process.env.FUZZ_CASES ?? 3);
const SEED = Number(process.env.FUZZ_SEED ?? 4);
/** Lists grow with what is accepted, and would slow everything down. */
const REQUESTS_PER_WORKSPACE = 3000;

const database = useTestDatabase();
let client: pg.Client;
let workspaces: Workspaces;
let last: Fingerprint;
let asked = 0;
/** Of the requests that are as described, those that were let in. */
const described = { sent: 0, accepted: 0 };

beforeAll(async () => {
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await startAnew();
});

afterAll(() => client.end());

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

async function startAnew(): Promise<void> {
  workspaces = {
    ours: await populateWorkspace(database, "aldebaran"),
    theirs: await populateWorkspace(database, "zanzibar"),
  };
  last = await takeFingerprint(client);
  asked = 0;
}

/** What is wrong with how a request was answered, and with what it left behind. */
async function ask(operation: Operation, request: FuzzRequest): Promise<string[]> {
  const { theirs } = workspaces;
  const { params, query, body, headers } = request;
  const response = await callEndpoint(operation.operationId, request.caller, {
    params,
    query,
    headers,
    json: undefined,
    ...(body !== undefined && { bytes: body }),
  });
  const { ok } = response;
  const faults = await judgeAnswer(operation, request, response, theirs.word);
  if (!ok || operation.method !== "GET") {
    const after = await takeFingerprint(client);
    if (!ok) faults.push(...changes(last, after).map((place) => `it was refused and changed ${place}`));
    faults.push(...changes(last, after, theirs.id).map((place) => `it changed another workspace: ${place}`));
    last = after;
  }
  asked += 1;
  if (request.isDescribed !== false) {
    described.sent += 1;
    if (ok) described.accepted += 1;
  }
  const isGone = ok && operation.operationId === "deleteWorkspace";
  if (isGone || asked >= REQUESTS_PER_WORKSPACE) await startAnew();
  return [...new Set(faults)];
}

function describeRequest({ caller, body, ...rest }: FuzzRequest): string {
  const text = typeof body === "string" ? body.slice(0, 4000) : body && `${body.byteLength} bytes`;
  return JSON.stringify(
    { as: caller.key === undefined ? "a person" : "a program", ...rest, body: text },
    null,
    1,
  );
}

async function fuzz(id: EndpointId, isBroken: boolean): Promise<void> {
  const operation = operationOf(id);
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const request = drawRequest(draw, operation, workspaces, isBroken);
      const faults = await ask(operation, request);
      if (faults.length > 0) throw new Error(`${faults.join("\n")}\n${id} ${describeRequest(request)}`);
    }),
    // What came before has left its traces, so that a smaller case would be another one.
    { numRuns: CASES, seed: SEED, endOnFailure: true },
  );
}

// What takes things away comes last, so that there is something to ask about.
const inOrder = [...ENDPOINT_IDS].sort(
  (a, b) => Number(operationOf(a).method === "DELETE") - Number(operationOf(b).method === "DELETE"),
);

describe.each(inOrder)("%s", (id) => {
  test("answers as it is described, whatever a text may hold", () => fuzz(id, false));
  test("refuses what is not as described, and nothing has changed", () => fuzz(id, true));
});

test("what is as described is let in often enough to get anywhere", () => {
  expect(described.accepted / described.sent).toBeGreaterThan(0.3);
});
