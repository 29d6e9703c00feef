import { runInThisContext } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ingestBodySchema, callSchema } from "@/lib/contracts/calls";
import { callSnippet } from "./call-snippets";

const place = {
  origin: "http://localhost:3000",
  apiKey: "pxc_live_abc",
  occurredAt: "2026-11-23T13:05:42.120Z",
};

describe("the shell's snippet", () => {
  const snippet = callSnippet("shell", place);

  it("sends what the API takes", () => {
    const [, body = ""] = /-d '([^']*)'/.exec(snippet) ?? [];
    expect(ingestBodySchema.safeParse(JSON.parse(body)).error).toBeUndefined();
    expect(body).toContain('"id": "first-call-20261123130542"');
  });

  it("is whole shell lines with the key in one place", () => {
    const lines = snippet.split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "PIXELCAST_KEY='pxc_live_abc'",
      "curl http://localhost:3000/api/v1/calls \\",
      '  -H "Authorization: Bearer $PIXELCAST_KEY" \\',
    ]);
    expect(snippet.split("pxc_live_abc")).toHaveLength(2);
  });
});

/** OpenAI's client as far as the snippet uses it, answering as its documentation says. */
class APIError extends Error {
  constructor(
    readonly status: number | undefined,
    readonly code: string | null,
  ) {
    super(`${status}`);
  }
}
class APIConnectionTimeoutError extends APIError {}

async function runTypeScript(
  answer: () => unknown,
): Promise<{ address: string; request: RequestInit; call: unknown }> {
  const source = callSnippet("typescript", place)
    .replace('import OpenAI from "openai";', "")
    .replace("export async", "async");
  const { outputText, diagnostics } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    reportDiagnostics: true,
  });
  expect(diagnostics).toEqual([]);
  const OpenAI = Object.assign(
    class {
      images = { generate: () => Promise.resolve().then(answer) };
    },
    { APIError, APIConnectionTimeoutError },
  );
  const sent: [string, RequestInit][] = [];
  const send = (address: string, request: RequestInit) => {
    sent.push([address, request]);
    return Promise.resolve(new Response());
  };
  const run = runInThisContext(`(OpenAI, fetch) => (async () => { ${outputText} })()`) as (
    client: unknown,
    fetch: unknown,
  ) => Promise<void>;
  await run(OpenAI, send).catch((error: unknown) => {
    if (!(error instanceof APIError)) throw error;
  });
  expect(sent).toHaveLength(1);
  const [[address, request]] = sent as [[string, RequestInit]];
  const { calls } = JSON.parse(request.body as string) as { calls: [unknown] };
  return { address, request, call: callSchema.parse(calls[0]) };
}

describe("the TypeScript snippet", () => {
  it("logs a call that succeeded with what came back", async () => {
    const usage = {
      input_tokens: 26,
      input_tokens_details: { text_tokens: 26, image_tokens: 0 },
      output_tokens: 7024,
      total_tokens: 7050,
    };
    const logged = await runTypeScript(() => ({
      created: 1,
      data: [{ b64_json: "" }],
      size: "1024x1024",
      quality: "high",
      usage,
    }));
    expect(logged.address).toBe("http://localhost:3000/api/v1/calls");
    expect(logged.request.headers).toMatchObject({ Authorization: "Bearer pxc_live_abc" });
    expect(logged.call).toMatchObject({
      outcome: "succeeded",
      imagesReturned: 1,
      returnedSize: "1024x1024",
      returnedQuality: "high",
      usage,
    });
  });

  it("logs a refusal with its status and code, and a timeout as one", async () => {
    const refused = await runTypeScript(() => {
      throw new APIError(429, "rate_limit_exceeded");
    });
    expect(refused.call).toMatchObject({
      outcome: "failed",
      httpStatus: 429,
      errorCode: "rate_limit_exceeded",
    });
    const late = await runTypeScript(() => {
      throw new APIConnectionTimeoutError(undefined, null);
    });
    expect(late.call).toMatchObject({ outcome: "timed_out" });
  });
});

describe("the Python snippet", () => {
  it("names only fields that a call has", () => {
    const fields = Object.keys(callSchema.shape);
    const named = [...callSnippet("python", place).matchAll(/"([a-z]+(?:[A-Z][a-z]+)*)":/g)].map(
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(["calls", ...fields]).toContain(name);
  });
});
