import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { problemSchema } from "@/lib/contracts/errors";
import { createTestWorkspace, createUser, signIn } from "@/lib/server/testing/api-client";
import { callEndpoint, ENDPOINT_IDS, type Caller, type EndpointId } from "@/lib/server/testing/call-endpoint";
import { SAMPLE_REQUESTS } from "@/lib/server/testing/sample-requests";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";

useTestDatabase();

let owner: Caller;

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

beforeAll(async () => {
  const user = await createUser("no password leads to this");
  const { slug } = await createTestWorkspace(user);
  owner = { workspaceSlug: slug, cookie: await signIn(user) };
});

const endpoint = (id: EndpointId): Endpoint => ENDPOINTS[id];
const withJson = ENDPOINT_IDS.filter((id) => SAMPLE_REQUESTS[id].json !== undefined);

type Path = (string | number)[];

/** Every scalar of a JSON value, and every object. */
function places(value: unknown, path: Path = []): { scalars: [Path, unknown][]; objects: Path[] } {
  if (typeof value !== "object" || value === null) return { scalars: [[path, value]], objects: [] };
  const inner = Object.entries(value).map(([key, each]) =>
    places(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return {
    scalars: inner.flatMap(({ scalars }) => scalars),
    objects: [...(Array.isArray(value) ? [] : [path]), ...inner.flatMap(({ objects }) => objects)],
  };
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  (copy as Record<string | number, unknown>)[key] = replaced(
    (copy as Record<string | number, unknown>)[key],
    rest,
    by,
  );
  return copy;
}

/** Values of every other type than the one that belongs there. */
function wrongValues(right: unknown): unknown[] {
  const candidates = [[], {}, ["x"], { contains: "" }, "x\u0000", "\ud800", 1e308, -1e9, true];
  return candidates.filter((each) => {
    if (right === null) return typeof each === "object";
    if (typeof right === "string") return typeof each !== "string" || each !== "x";
    return typeof each !== typeof right || each === -1e9 || each === 1e308;
  });
}

/** Whether the refusal names the place or something in it; of a single call among many it names the place in the call. */
function isNamed(path: Path, refused: string[]): boolean {
  const place = path.join(".");
  return refused.some(
    (named) =>
      named !== "" && (place === named || place.endsWith(`.${named}`) || named.startsWith(`${place}.`)),
  );
}

interface Refusal {
  status: number;
  code?: string | undefined;
  paths: string[];
}

async function refusal(response: Response): Promise<Refusal> {
  const answer: unknown = await response.json();
  if (response.status !== 200) {
    const { code, errors = [] } = problemSchema.parse(answer);
    return { status: response.status, code, paths: [...new Set(errors.map(({ path }) => path))] };
  }
  // Logged calls are checked one by one, and answered with one result for each.
  const { results = [] } = answer as { results?: { status: string; errors?: { path: string }[] }[] };
  return {
    status: results[0]?.status === "invalid" ? 400 : 200,
    paths: results[0]?.errors?.map(({ path }) => path) ?? [],
  };
}

let lastAddress = 0;

/** What is counted by address is counted before it is read, and would soon be refused for that. */
function anAddress() {
  lastAddress += 1;
  return { "x-forwarded-for": `10.2.${Math.floor(lastAddress / 250)}.${lastAddress % 250}` };
}

describe.each(withJson)("%s", (id) => {
  const { json } = SAMPLE_REQUESTS[id];
  const { scalars, objects } = places(json);
  const send = async (changes: Parameters<typeof callEndpoint>[2]) =>
    refusal(await callEndpoint(id, owner, { ...changes, headers: { ...anAddress(), ...changes?.headers } }));

  test("a value of the wrong type is refused wherever it stands, by name", async () => {
    const attempts = scalars.flatMap(([path, right]) => wrongValues(right).map((wrong) => ({ path, wrong })));
    const outcomes = await Promise.all(
      attempts.map(async ({ path, wrong }) => {
        const { status, paths } = await send({ json: replaced(json, path, wrong) });
        return status === 400 && isNamed(path, paths) ? null : { path: path.join("."), wrong, status, paths };
      }),
    );
    expect(outcomes.filter((each) => each !== null)).toEqual([]);
  });

  test("an unknown field is refused in every object, by name", async () => {
    // The fields of these two are names that people choose.
    const fixed = objects.filter((path) => path.at(-1) !== "tags" && path.at(-1) !== "values");
    const outcomes = await Promise.all(
      fixed.map(async (path) => {
        const { status, paths } = await send({ json: replaced(json, [...path, "surprise"], 1) });
        return status === 400 && isNamed([...path, "surprise"], paths)
          ? null
          : { path: path.join("."), status, paths };
      }),
    );
    expect(outcomes.filter((each) => each !== null)).toEqual([]);
  });

  test.each([
    ["half a document", '{"a":', "malformed_json"],
    ["nothing", "", "malformed_json"],
    ["a list", "[]", "invalid_request"],
    ["a text", '"{}"', "invalid_request"],
    ["null", "null", "invalid_request"],
    ["ten thousand brackets", `{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, "invalid_request"],
  ])("%s is refused", async (_name, text, code) => {
    expect(await send({ text })).toMatchObject({ status: 400, code });
  });

  test("another content type is refused", async () => {
    const refused = await send({
      text: "a=1",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(refused).toMatchObject({ status: 415, code: "unsupported_media_type" });
  });
});

// Logged calls come in bigger bodies, with a limit of their own.
test.each(withJson.filter((id) => id !== "recordCalls"))("%s refuses a body over its limit", async (id) => {
  const limitBytes = endpoint(id).bodyLimitBytes ?? 1024 * 1024;
  const text = JSON.stringify({ ...SAMPLE_REQUESTS[id].json, more: "x".repeat(limitBytes) });
  const refused = await refusal(await callEndpoint(id, owner, { text }));
  expect(refused).toMatchObject({ status: 413, code: "body_too_large" });
});

test.each(ENDPOINT_IDS)("%s refuses parameters that it does not know, or twice", async (id) => {
  const query = (more: string) => [SAMPLE_REQUESTS[id].query, more].filter(Boolean).join("&");
  const unknown = await refusal(await callEndpoint(id, owner, { query: query("surprise=1") }));
  expect(unknown).toMatchObject({ status: 400, code: "invalid_request", paths: ["surprise"] });
  const [own] = SAMPLE_REQUESTS[id].query?.split("&") ?? [];
  if (own === undefined) return;
  const twice = await refusal(await callEndpoint(id, owner, { query: query(own) }));
  expect(twice.status).toBe(400);
  expect(twice.paths).toContain(own.split("=")[0]);
});

test.each(ENDPOINT_IDS.filter((id) => endpoint(id).params))("%s survives any id", async (id) => {
  const { params = {} } = SAMPLE_REQUESTS[id];
  for (const name of Object.keys(params)) {
    for (const value of ["\u0000", "x".repeat(200), "' OR 1=1 --", "../..", "%00", "-1", "1e400", " "]) {
      const { status } = await callEndpoint(id, owner, { params: { ...params, [name]: value } });
      expect([400, 404]).toContain(status);
    }
  }
});

test.each(ENDPOINT_IDS.filter((id) => endpoint(id).query))("%s survives any query value", async (id) => {
  const [sample = "", ...rest] = SAMPLE_REQUESTS[id].query?.split("&") ?? [];
  const [name] = sample.split("=");
  for (const value of ["", "%00", "x".repeat(5000), "[]", "2026-02-30", "-1", "1e400", "9999-99"]) {
    const query = [`${name}=${value}`, ...rest].join("&");
    expect(await refusal(await callEndpoint(id, owner, { query }))).toMatchObject({
      status: 400,
      paths: [name],
    });
  }
});
