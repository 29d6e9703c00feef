import { beforeEach, describe, expect, test, vi } from "vitest";
import { estimateSchema, type EstimateAnswer } from "@/lib/contracts/estimates";
import { problemSchema } from "@/lib/contracts/errors";
import { apiRequest } from "@/lib/server/testing/api-client";
import { POST } from "./route";

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

let lastAddress = 0;

/** Each call comes from an address of its own, so that no test uses up another's allowance. */
function send(json: unknown, headers: Record<string, string> = {}): Promise<Response> {
  lastAddress += 1;
  const from = { "x-forwarded-for": `10.1.${Math.floor(lastAddress / 250)}.${lastAddress % 250}` };
  const request = apiRequest({
    method: "POST",
    path: "/api/v1/estimates",
    json,
    headers: { ...from, ...headers },
  });
  return POST(request, { params: Promise.resolve({}) });
}

async function estimate(json: object): Promise<EstimateAnswer> {
  const response = await send(json);
  expect(response.status).toBe(200);
  return estimateSchema.parse(await response.json());
}

async function refusal(json: unknown): Promise<{ status: number; errors: Record<string, string> }> {
  const response = await send(json);
  const { status, errors = [] } = problemSchema.parse(await response.json());
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  return { status, errors: Object.fromEntries(errors.map(({ path, message }) => [path, message])) };
}

const seed = {
  provider: "openai",
  model: "gpt-image-2",
  operation: "generation",
  n: 1,
  size: "1024x1024",
  quality: "high",
  batch: false,
  promptTokens: 26,
  inputImages: [],
  partialImages: 0,
  requests: 1,
  at: "2026-11-03",
};

describe("the request of the article", () => {
  // 7,024 × $30 / 1M + 26 × $5 / 1M.
  test("costs $0.21085 and says how", async () => {
    const answer = await estimate(seed);
    expect(answer).toMatchObject({
      status: "priced",
      costUsd: "0.210850000",
      perImageUsd: "0.210850000",
      imageOutputTokens: 7024,
      range: null,
      reason: null,
      rateCard: {
        provider: "openai",
        model: "gpt-image-2",
        validFrom: "2026-04-21",
        checkedOn: "2026-11-23",
        sourceUrl: "https://developers.openai.com/api/docs/pricing",
        sourceKind: "first_party",
        scheme: "tokens",
      },
    });
    expect(answer.explanation.join(" ")).toContain(
      "7,024 image output tokens × $30.00 per million = $0.21072",
    );
  });

  test("is multiplied exactly", async () => {
    expect((await estimate({ ...seed, requests: 1000 })).costUsd).toBe("210.850000000");
    expect((await estimate({ ...seed, requests: 1_000_000_000 })).costUsd).toBe("210850000.000000000");
    const four = await estimate({ ...seed, n: 4, requests: 250 });
    expect(four).toMatchObject({ costUsd: "210.850000000", perImageUsd: "0.210850000" });
    expect(four.explanation.at(-1)).toBe("250 requests × $0.8434 = $210.85.");
  });

  test("in a batch costs half", async () => {
    // 7,024 × $15 / 1M + 26 × $2.50 / 1M.
    expect((await estimate({ ...seed, batch: true })).costUsd).toBe("0.105425000");
  });

  test("takes no notice of a session or a key", async () => {
    const response = await send(seed, {
      authorization: "Bearer pxc_live_nobody",
      cookie: "pixelcast.session=x",
    });
    expect(await response.json()).toMatchObject({ costUsd: "0.210850000" });
  });
});

// The published table: size, tokens at low, medium and high, and US dollars of each at $30 and at $15 per million.
const GOLDEN = [
  ["1024x1024", [196, 1756, 7024], ["0.00588", "0.05268", "0.21072"], ["0.00294", "0.02634", "0.10536"]],
  ["1536x1024", [158, 1372, 5488], ["0.00474", "0.04116", "0.16464"], ["0.00237", "0.02058", "0.08232"]],
  ["1024x1536", [158, 1372, 5488], ["0.00474", "0.04116", "0.16464"], ["0.00237", "0.02058", "0.08232"]],
  ["1792x1024", [139, 1243, 5063], ["0.00417", "0.03729", "0.15189"], ["0.002085", "0.018645", "0.075945"]],
  ["2048x1152", [157, 1413, 5650], ["0.00471", "0.04239", "0.16950"], ["0.002355", "0.021195", "0.08475"]],
  ["2560x1440", [205, 1843, 7370], ["0.00615", "0.05529", "0.22110"], ["0.003075", "0.027645", "0.11055"]],
  ["3840x2160", [371, 3336, 13_342], ["0.01113", "0.10008", "0.40026"], ["0.005565", "0.05004", "0.20013"]],
] as const;

test.each(GOLDEN)("%s costs what the published tokens cost", async (size, tokens, standard, batch) => {
  const qualities = ["low", "medium", "high"];
  const requests = qualities.flatMap((quality) =>
    [false, true].map((isBatch) => ({
      model: "gpt-image-2",
      size,
      quality,
      batch: isBatch,
      at: "2026-11-23",
    })),
  );
  const answers = estimateSchema.array().parse(await (await send(requests)).json());
  const expected = qualities.flatMap((_quality, index) =>
    [standard[index], batch[index]].map((usd) => ({
      status: "priced",
      imageOutputTokens: tokens[index],
      costUsd: usd?.padEnd(11, "0"),
    })),
  );
  expect(answers).toMatchObject(expected);
});

describe("what is left open or not known", () => {
  test("auto is a range, from the cheapest to the dearest, and never nothing", async () => {
    const answer = await estimate({ ...seed, quality: "auto", promptTokens: 0 });
    expect(answer).toMatchObject({
      status: "range",
      costUsd: null,
      range: { lowUsd: "0.005880000", highUsd: "0.210720000" },
      reason: "quality_unknown",
    });
    expect(await estimate({ model: "gpt-image-2" })).toMatchObject({ status: "range" });
    const many = await estimate({ ...seed, quality: null, promptTokens: 0, requests: 100 });
    expect(many.range).toEqual({ lowUsd: "0.588000000", highUsd: "21.072000000" });
  });

  test("an unknown model, provider or day has no price", async () => {
    const unpriced = {
      status: "unpriced",
      costUsd: null,
      perImageUsd: null,
      rateCard: null,
      reason: "unknown_model",
    };
    expect(await estimate({ ...seed, model: "no-such-model" })).toMatchObject(unpriced);
    expect(await estimate({ ...seed, provider: "wisgate" })).toMatchObject(unpriced);
    expect(await estimate({ ...seed, at: "2026-04-20" })).toMatchObject(unpriced);
  });

  test("a model whose tokens are not known has no price, but says which card it was", async () => {
    const answer = await estimate({
      ...seed,
      model: "gpt-image-2.6-sunburst",
      quality: "low",
      at: "2026-11-23",
    });
    expect(answer).toMatchObject({ status: "unpriced", costUsd: null, reason: "output_tokens_unknown" });
    expect(answer.rateCard?.model).toBe("gpt-image-2.6-sunburst");
  });
});

test("an array is answered in its order", async () => {
  const models = ["gpt-image-1", "no-such-model", "gpt-image-2"];
  const answers = estimateSchema
    .array()
    .parse(await (await send(models.map((model) => ({ ...seed, model })))).json());
  // gpt-image-1: 4,160 × $40 / 1M + 26 × $5 / 1M.
  expect(answers.map(({ costUsd }) => costUsd)).toEqual(["0.166530000", null, "0.210850000"]);
});

describe("is refused by name", () => {
  test.each([
    ["n", { n: 0 }],
    ["n", { n: -1 }],
    ["n", { n: 1.5 }],
    ["n", { n: "1" }],
    ["n", { n: 101 }],
    ["requests", { requests: 0 }],
    ["requests", { requests: 1_000_000_001 }],
    ["promptTokens", { promptTokens: -1 }],
    ["promptTokens", { promptTokens: 1e308 }],
    ["partialImages", { partialImages: 4 }],
    ["batch", { batch: "false" }],
    ["quality", { quality: "best" }],
    ["operation", { operation: "variation" }],
    ["outputFormat", { outputFormat: "bmp" }],
    ["at", { at: "2026-02-30" }],
    ["at", { at: null }],
    ["model", { model: "" }],
    ["model", { model: undefined }],
    ["provider", { provider: {} }],
    ["inputImages", { inputImages: Array(17).fill({ width: 64, height: 64 }) }],
    ["inputImages.0.width", { inputImages: [{ width: 0, height: 64 }] }],
    ["inputImages.0.height", { inputImages: [{ width: 64 }] }],
    ["inputImages.0.depth", { inputImages: [{ width: 64, height: 64, depth: 1 }] }],
    ["workspace", { workspace: "demo" }],
    ["size", { size: "large" }],
    ["size", { size: "-1x-1" }],
    ["size", { size: 1024 }],
  ])("a wrong %s: %j", async (path, changes) => {
    const { status, errors } = await refusal({ ...seed, ...changes });
    expect(status).toBe(400);
    expect(Object.keys(errors)).toContain(path);
  });

  test.each([
    ["gpt-image-2", "1920x1080", "1920x1088"],
    ["gpt-image-2-2026-04-21", "512x512", "816x816"],
    ["gpt-image-2", "4096x4096", "2880x2880"],
    ["gpt-image-1", "1920x1080", "1536x1024"],
    ["gpt-image-1-mini", "800x1200", "1024x1536"],
  ])("a size that %s does not make, %s, with the nearest one", async (model, size, nearest) => {
    const { status, errors } = await refusal({ ...seed, model, size });
    expect(status).toBe(400);
    expect(errors.size).toMatch(new RegExp(`Nearest legal: ${nearest}$`));
  });

  test("one wrong item of an array, with its place", async () => {
    const { status, errors } = await refusal([seed, { ...seed, size: "512x512" }, { ...seed, n: -1 }]);
    expect(status).toBe(400);
    expect(Object.keys(errors)).toContain("2.n");
    expect(Object.keys((await refusal([seed, { ...seed, size: "512x512" }])).errors)).toEqual(["1.size"]);
  });

  test.each([
    ["an empty array", []],
    ["an array of 101", Array(101).fill(seed)],
    ["an array in an array", [[seed]]],
    ["null", null],
    ["a number", 1],
    ["a text", "gpt-image-2"],
  ])("%s", async (_name, json) => {
    expect((await refusal(json)).status).toBe(400);
  });
});

test("one address may ask often, then is told when to come back; another is not held up", async () => {
  const headers = { "x-forwarded-for": "10.9.9.9" };
  const responses = await Promise.all(Array.from({ length: 140 }, () => send(seed, headers)));
  const refused = responses.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(20);
  expect(Number(refused[0]?.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(problemSchema.parse(await refused[0]?.json())).toMatchObject({ code: "too_many_requests" });
  expect((await send(seed)).status).toBe(200);
});

test("what cannot be read counts as much as what can", async () => {
  const headers = { "x-forwarded-for": "10.9.9.8" };
  const responses = await Promise.all(
    Array.from({ length: 140 }, (_, index) => send(index % 2 === 0 ? "gpt-image-2" : { n: -1 }, headers)),
  );
  const statuses = new Set(responses.map(({ status }) => status));
  expect(statuses).toEqual(new Set([400, 429]));
  expect((await send(seed, headers)).status).toBe(429);
});
