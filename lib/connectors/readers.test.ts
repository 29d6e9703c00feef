import { describe, expect, test } from "vitest";
import {
  nextPosition,
  nextSpan,
  PageProblem,
  readSourcePage,
  sourceRequest,
  type ReadPosition,
} from "./index";

const at = (iso: string) => Date.parse(iso);
const position = (stream: ReadPosition["stream"], page: string | null = null): ReadPosition => ({
  fromMs: at("2024-11-01T00:00:00Z"),
  toMs: at("2024-11-03T12:00:00Z"),
  stream,
  page,
});

describe("OpenAI usage of images", () => {
  // The published example, with the dimensions that are asked for.
  const bucket = {
    object: "bucket",
    start_time: 1730419200,
    end_time: 1730422800,
    results: [
      {
        object: "organization.usage.images.result",
        images: 2,
        num_model_requests: 1,
        size: null,
        source: null,
        project_id: "proj_1",
        user_id: null,
        api_key_id: "key_1",
        model: "gpt-image-2",
      },
    ],
  };

  test("is asked for by the hour, by model, project and key", () => {
    const { path, query } = sourceRequest("openai", position("usage", "page_2"));
    expect(path).toBe("/v1/organization/usage/images");
    expect(query).toEqual([
      ["start_time", "1730419200"],
      ["end_time", "1730635200"],
      ["bucket_width", "1h"],
      ["group_by[]", "model"],
      ["group_by[]", "project_id"],
      ["group_by[]", "api_key_id"],
      ["limit", "168"],
      ["page", "page_2"],
    ]);
  });

  test("is read into rows, buckets and the next page", () => {
    const empty = { ...bucket, start_time: 1730422800, end_time: 1730426400, results: [] };
    const page = { object: "page", data: [bucket, empty], has_more: true, next_page: "page_2" };
    expect(readSourcePage("openai", position("usage"), page)).toEqual({
      rows: 1,
      calls: [],
      reports: [
        {
          series: "usage",
          startMs: at("2024-11-01T00:00:00Z"),
          endMs: at("2024-11-01T01:00:00Z"),
          model: "gpt-image-2",
          lineItem: null,
          projectId: "proj_1",
          apiKeyId: "key_1",
          images: 2,
          requests: 1,
          amountNanoUsd: null,
          currency: null,
          raw: bucket.results[0],
        },
      ],
      buckets: [
        { startMs: at("2024-11-01T00:00:00Z"), endMs: at("2024-11-01T01:00:00Z") },
        { startMs: at("2024-11-01T01:00:00Z"), endMs: at("2024-11-01T02:00:00Z") },
      ],
      skipped: 0,
      rejected: [],
      next: "page_2",
    });
  });

  test("a result without a count of images is listed, and the rest is read", () => {
    const [result] = bucket.results;
    const results = [{ ...result, images: undefined }, { ...result, images: 1.5 }, result, 7];
    const page = { data: [{ ...bucket, results }], has_more: false, next_page: null };
    const reading = readSourcePage("openai", position("usage"), page);
    expect(reading.reports).toHaveLength(1);
    expect(reading.rejected.map(({ reason }) => reason)).toEqual([
      "images is missing",
      "images is not a count",
      "A result is not an object",
    ]);
    expect(reading.rows).toBe(4);
  });

  test.each([
    ["no object", []],
    ["no buckets", { data: null }],
    ["a bucket without results", { data: [{ start_time: 1, end_time: 2 }] }],
    ["a bucket without a span", { data: [{ ...bucket, end_time: bucket.start_time }] }],
    ["more, but not where", { data: [], has_more: true, next_page: null }],
  ])("%s is no page", (_name, page) => {
    expect(() => readSourcePage("openai", position("usage"), page)).toThrow(PageProblem);
  });

  test("a page that names itself as the next is refused, because it would be read for ever", () => {
    const page = { data: [], has_more: true, next_page: "again" };
    expect(() => readSourcePage("openai", position("usage", "again"), page)).toThrow(PageProblem);
  });
});

describe("OpenAI costs", () => {
  const cost = (result: Record<string, unknown>) => {
    const data = [{ object: "bucket", start_time: 1730419200, end_time: 1730505600, results: [result] }];
    return readSourcePage("openai", position("costs"), {
      object: "page",
      data,
      has_more: false,
      next_page: null,
    });
  };

  test("exist by day, and are asked for by line item", () => {
    const { path, query } = sourceRequest("openai", position("costs"));
    expect(path).toBe("/v1/organization/costs");
    expect(query).toContainEqual(["bucket_width", "1d"]);
    expect(query).toContainEqual(["group_by[]", "line_item"]);
  });

  test.each([
    [0.06, 60_000_000n],
    [0.1, 100_000_000n],
    [12_345.678_901_234, 12_345_678_901_234n],
    [5.27e-5, 52_700n],
    [1e-10, 0n],
    [5e-10, 0n],
    [1.5e-9, 2n],
    [2.5e-9, 2n],
    [1e21, null],
    [-0.5, -500_000_000n],
    [0, 0n],
  ])("an amount of %s is %s nano-dollars", (value, expected) => {
    const reading = cost({ object: "organization.costs.result", amount: { value, currency: "usd" } });
    if (expected === null) expect(reading.rejected[0]?.reason).toBe("amount.value is not an amount: 1e+21");
    else expect(reading.reports[0]).toMatchObject({ amountNanoUsd: expected, currency: "USD" });
  });

  test("the line item is kept as it is; a quantity counts where its unit is images", () => {
    const reading = cost({
      object: "organization.costs.result",
      amount: { value: 1.5, currency: "usd" },
      line_item: "gpt-image-2, high",
      project_id: "proj_1",
      quantity: 7,
      quantity_unit: "images",
    });
    expect(reading.reports).toMatchObject([
      {
        series: "costs",
        lineItem: "gpt-image-2, high",
        model: null,
        images: 7,
        requests: null,
        projectId: "proj_1",
      },
    ]);
  });

  test("an amount in another currency is kept, but is no amount in dollars; only `object` is promised", () => {
    expect(cost({ amount: { value: 3, currency: "eur" } }).reports).toMatchObject([
      { amountNanoUsd: null, currency: "EUR" },
    ]);
    expect(cost({ object: "organization.costs.result" }).reports).toMatchObject([{ amountNanoUsd: null }]);
    expect(cost({ amount: { value: "3", currency: "usd" } }).rejected).toHaveLength(1);
  });
});

describe("LiteLLM", () => {
  const row = {
    request_id: "req/1",
    call_type: "aimage_edit",
    startTime: "2026-11-18 09:00:00.250",
    endTime: "2026-11-18T09:00:20.500Z",
    model: "vertex_ai/imagen-4",
    custom_llm_provider: "vertex_ai",
    spend: 0.04,
    status: "failure",
    team_id: "team-a",
    end_user: "",
    metadata: JSON.stringify({
      user_api_key_alias: "render",
      error_information: { error_code: "429", error_class: "RateLimitError" },
      usage_object: {
        prompt_tokens: 10,
        completion_tokens: 20,
        completion_tokens_details: { image_tokens: 20 },
      },
      spend_logs_metadata: { workflow: "landing-heroes" },
    }),
    proxy_server_request: { n: 2, size: "1024x1024", quality: "high", prompt: "a cat" },
  };
  const read = (item: unknown) =>
    readSourcePage("litellm", position("calls"), { data: [item], page: 1, page_size: 100, total_pages: 3 });

  test("a row becomes a call; times without an offset are UTC", () => {
    const { calls, next } = read(row);
    expect(next).toBe("2");
    expect(calls).toEqual([
      {
        id: "litellm:req.x2f.1",
        occurredAt: "2026-11-18T09:00:00.250Z",
        model: "imagen-4",
        provider: "vertex_ai",
        operation: "edit",
        n: 2,
        size: "1024x1024",
        quality: "high",
        outcome: "failed",
        httpStatus: 429,
        errorCode: "RateLimitError",
        latencyMs: 20_250,
        usage: { prompt_tokens: 10, completion_tokens: 20, completion_tokens_details: { image_tokens: 20 } },
        workflow: "landing-heroes",
        tags: { source: "litellm", team: "team-a", key: "render", litellm_spend_usd: "0.04" },
      },
    ]);
  });

  test("chats are passed over; what came from its cache was not billed", () => {
    expect(read({ ...row, call_type: "acompletion" })).toMatchObject({ skipped: 1, calls: [], rejected: [] });
    expect(read({ ...row, cache_hit: "True" }).calls).toMatchObject([
      { billed: false, tags: { cache_hit: "true" } },
    ]);
  });

  test("the last page has no next", () => {
    const page = { data: [], page: 3, page_size: 100, total_pages: 3 };
    expect(readSourcePage("litellm", position("calls", "3"), page).next).toBeNull();
  });
});

describe("Langfuse", () => {
  const observation = {
    id: "obs-1",
    traceId: "trace-1",
    type: "GENERATION",
    name: "image",
    startTime: "2026-11-18T09:00:00.000Z",
    endTime: "2026-11-18T09:00:12.000Z",
    level: "DEFAULT",
    providedModelName: "gpt-image-2",
    modelParameters: { size: "1536x1024", quality: "medium", n: "3" },
    usageDetails: { input: 50, output: 4000, total: 4050, output_image_tokens: 4000 },
    totalCost: 9.99,
    metadata: { workflow: "catalogue" },
  };
  const read = (data: unknown[], meta: unknown = {}) =>
    readSourcePage("langfuse", position("calls"), { data, meta });

  test("a generation becomes a call, with what was asked for from its parameters", () => {
    expect(read([observation]).calls).toEqual([
      {
        id: "langfuse:obs-1",
        occurredAt: "2026-11-18T09:00:00.000Z",
        model: "gpt-image-2",
        operation: "generation",
        size: "1536x1024",
        quality: "medium",
        n: 3,
        outcome: "succeeded",
        latencyMs: 12_000,
        usage: {
          input_tokens: 50,
          output_tokens: 4000,
          total_tokens: 4050,
          output_tokens_details: { image_tokens: 4000 },
        },
        workflow: "catalogue",
        tags: { source: "langfuse", trace: "trace-1" },
      },
    ]);
  });

  test("chats and generations that still run are passed over", () => {
    const chat = { ...observation, providedModelName: "gpt-6-astra", usageDetails: { input: 5, output: 9 } };
    expect(read([chat, { ...observation, endTime: null }])).toMatchObject({ skipped: 2, calls: [] });
  });

  test("an empty page with a cursor is not the last one", () => {
    expect(read([], { cursor: "abc" }).next).toBe("abc");
    expect(read([observation]).next).toBeNull();
    expect(() => read([], { cursor: 7 })).toThrow(PageProblem);
  });
});

describe("Helicone", () => {
  const request = {
    request_id: "7f1c",
    request_created_at: "2026-11-18 09:00:00",
    response_status: 200,
    request_path: "https://api.openai.com/v1/images/generations",
    request_model: "gpt-image-2",
    provider: "OPENAI",
    delay_ms: 8000,
    request_user_id: "u1",
    request_properties: { Workflow: "thumbnails", Team: "growth" },
    request_body: { model: "gpt-image-2", n: 2, size: "auto", quality: "low" },
    response_body: {
      size: "1024x1024",
      quality: "low",
      data: [{}, {}],
      usage: {
        input_tokens: 12,
        output_tokens: 400,
        total_tokens: 412,
        input_tokens_details: { text_tokens: 12 },
      },
    },
    costUSD: 1.23,
  };
  const read = (data: unknown[], offset: string | null = null) =>
    readSourcePage("helicone", position("calls", offset), { data, error: null });

  test("is asked for the requests of a span from an offset on", () => {
    expect(sourceRequest("helicone", position("calls", "100"))).toMatchObject({
      method: "POST",
      path: "/v1/request/query-clickhouse",
      body: {
        filter: {
          left: { request_response_rmt: { request_created_at: { gte: "2024-11-01T00:00:00.000Z" } } },
          operator: "and",
          right: { request_response_rmt: { request_created_at: { lt: "2024-11-03T12:00:00.000Z" } } },
        },
        offset: 100,
      },
    });
  });

  test("a request becomes a call: asked for by its body, returned and used by the response's", () => {
    expect(read([request]).calls).toEqual([
      {
        id: "helicone:7f1c",
        occurredAt: "2026-11-18T09:00:00.000Z",
        model: "gpt-image-2",
        provider: "openai",
        operation: "generation",
        n: 2,
        size: "auto",
        quality: "low",
        returnedSize: "1024x1024",
        returnedQuality: "low",
        httpStatus: 200,
        imagesReturned: 2,
        latencyMs: 8000,
        usage: {
          input_tokens: 12,
          output_tokens: 400,
          total_tokens: 412,
          input_tokens_details: { text_tokens: 12 },
        },
        workflow: "thumbnails",
        tags: { Workflow: "thumbnails", Team: "growth", source: "helicone", user: "u1" },
      },
    ]);
  });

  test("without the number that was asked for, as many were asked for as came", () => {
    expect(read([{ ...request, request_body: null }]).calls).toMatchObject([{ n: 2, imagesReturned: 2 }]);
  });

  test("chats and requests without an answer yet are passed over; a status of its own is unknown", () => {
    const chat = { ...request, request_path: "/v1/chat/completions", request_model: "gpt-6-astra" };
    expect(read([chat, { ...request, response_status: -2 }])).toMatchObject({ skipped: 2, calls: [] });
    expect(read([{ ...request, response_status: -3 }]).calls).toMatchObject([{ outcome: "unknown" }]);
  });

  test("a full page is followed by another; what Helicone complains about is said", () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ ...request, request_id: `r${index}` }));
    expect(read(full, "200").next).toBe("300");
    expect(read([request], "300").next).toBeNull();
    expect(() => readSourcePage("helicone", position("calls"), { data: null, error: "bad filter" })).toThrow(
      "Helicone says: bad filter",
    );
  });
});

describe("the span that is read next", () => {
  const now = at("2026-11-20T12:00:00Z");

  test("goes on where reading ended, less an hour", () => {
    const readThroughMs = at("2026-11-20T11:00:00Z");
    expect(nextSpan("litellm", { readThroughMs, backfillFromMs: null }, now)).toEqual({
      fromMs: at("2026-11-20T10:00:00Z"),
      toMs: now,
      stream: "calls",
      page: null,
    });
  });

  test("of a source of buckets begins at a midnight in UTC, three days before", () => {
    const readThroughMs = at("2026-11-20T11:00:00Z");
    expect(nextSpan("openai", { readThroughMs, backfillFromMs: null }, now).fromMs).toBe(
      at("2026-11-17T00:00:00Z"),
    );
  });

  test("of a back-fill begins where it was asked to, and never later than without one", () => {
    const backfillFromMs = at("2026-10-31T23:00:00Z");
    expect(nextSpan("langfuse", { readThroughMs: null, backfillFromMs }, now).fromMs).toBe(backfillFromMs);
    expect(nextSpan("openai", { readThroughMs: now, backfillFromMs }, now).fromMs).toBe(
      at("2026-10-31T00:00:00Z"),
    );
    expect(nextSpan("langfuse", { readThroughMs: now, backfillFromMs: now }, now).fromMs).toBe(
      now - 3_600_000,
    );
  });

  test("is read stream by stream", () => {
    const usage = position("usage");
    expect(nextPosition("openai", usage, "p2")).toEqual({ ...usage, page: "p2" });
    expect(nextPosition("openai", { ...usage, page: "p2" }, null)).toEqual({
      ...usage,
      stream: "costs",
      page: null,
    });
    expect(nextPosition("openai", position("costs"), null)).toBeNull();
    expect(nextPosition("helicone", position("calls"), null)).toBeNull();
  });
});
