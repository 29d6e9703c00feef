import { describe, expect, it } from "vitest";
import { detectLayout } from "../detect-layout";
import { createRowReader } from "../read-rows";
import { createCallReader } from "../read-row";
import { recogniseFile } from ".";

/** A file the whole way to calls, with the mapping that is proposed for it. */
function read(content: string) {
  const layout = detectLayout(content);
  if ("problem" in layout) throw new Error(layout.problem);
  const reader = createRowReader(layout);
  const rows = [...reader.push(content), ...reader.end()];
  const cells = rows.map((row) => row.cells);
  const recognised = recogniseFile(layout.columns, cells, "Asia/Kathmandu");
  if (recognised === null) return { name: null, calls: [] };
  if ("refusal" in recognised) return { name: recognised.name, refusal: recognised.refusal };
  const readCall = createCallReader(recognised.mapping);
  const calls = rows.map((row) => {
    const reading = readCall(row);
    return "call" in reading ? reading.call : reading;
  });
  return { name: recognised.name, calls };
}

const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const csv = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");

const USAGE = {
  input_tokens: 26,
  input_tokens_details: { text_tokens: 26, image_tokens: 0 },
  output_tokens: 3512,
  output_tokens_details: { image_tokens: 3512, text_tokens: 0 },
  total_tokens: 3538,
};
const ANSWER = {
  created: 1793700000,
  data: [{ url: "https://x/1.png" }, { url: "https://x/2.png" }],
  size: "1024x1024",
  quality: "medium",
  output_format: "png",
  usage: USAGE,
};
/** 1793700000 seconds after 1970. */
const CREATED = "2026-11-03T10:00:00.000Z";
const READ_USAGE = {
  input_tokens: 26,
  input_tokens_details: { text_tokens: 26, image_tokens: 0 },
  output_tokens: 3512,
  output_tokens_details: { text_tokens: 0, image_tokens: 3512 },
};

describe("OpenAI image responses", () => {
  it("are read by themselves, without a guess at the model", () => {
    expect(read(lines(ANSWER))).toEqual({
      name: "OpenAI image responses",
      calls: [
        {
          occurredAt: CREATED,
          n: 2,
          imagesReturned: 2,
          returnedSize: "1024x1024",
          returnedQuality: "medium",
          outputFormat: "png",
          usage: READ_USAGE,
        },
      ],
    });
  });

  it("are read beside their requests, failed ones too", () => {
    const request = { model: "gpt-image-2", prompt: "a hero", n: 2, size: "auto", quality: "auto" };
    const failed = { error: { code: "moderation_blocked", message: "no" } };
    const content = lines(
      {
        request_id: "req_1",
        timestamp: "2026-11-03T10:00:00Z",
        request: { ...request, url: "/v1/images/edits" },
        response: ANSWER,
        status: 200,
      },
      {
        request_id: "req_2",
        timestamp: "2026-11-03T10:01:00Z",
        request: { ...request, url: "/v1/images/generations" },
        response: failed,
        status: 400,
      },
    );
    expect(read(content).calls).toEqual([
      {
        id: "req_1",
        occurredAt: "2026-11-03T10:00:00.000Z",
        model: "gpt-image-2",
        operation: "edit",
        n: 2,
        size: "auto",
        quality: "auto",
        imagesReturned: 2,
        returnedSize: "1024x1024",
        returnedQuality: "medium",
        outputFormat: "png",
        httpStatus: 200,
        usage: READ_USAGE,
      },
      {
        id: "req_2",
        occurredAt: "2026-11-03T10:01:00.000Z",
        model: "gpt-image-2",
        operation: "generation",
        n: 2,
        size: "auto",
        quality: "auto",
        httpStatus: 400,
        errorCode: "moderation_blocked",
      },
    ]);
  });

  it("are read out of what a batch returns, with the details of their tokens", () => {
    const content = lines({
      id: "batch_req_1",
      custom_id: "hero-1",
      response: { status_code: 200, request_id: "req_9", body: ANSWER },
      error: null,
    });
    expect(read(content).calls).toEqual([
      {
        id: "req_9",
        occurredAt: CREATED,
        batch: true,
        n: 2,
        imagesReturned: 2,
        returnedSize: "1024x1024",
        returnedQuality: "medium",
        outputFormat: "png",
        httpStatus: 200,
        usage: READ_USAGE,
      },
    ]);
  });
});

it.each([
  [
    "OpenAI usage export",
    lines({
      object: "bucket",
      start_time: 1730419200,
      end_time: 1730505600,
      results: [{ object: "organization.usage.images.result", images: 2, num_model_requests: 2 }],
    }),
  ],
  ["OpenAI usage export", "start_time,model,images,num_model_requests\n1730419200,gpt-image-2,2,2\n"],
  [
    "OpenAI usage export",
    lines({ object: "organization.costs.result", amount: { value: 0.06, currency: "usd" }, line_item: "x" }),
  ],
  ["usage exported from here", "date,calls,images_requested,cost_usd,paid_loss_usd\n2026-11-03,4,5,0.21,0\n"],
  [
    "FOCUS charges",
    "BilledCost,BillingCurrency,ChargeCategory,ChargeClass,ChargePeriodStart,SkuPriceDetails\n4.2,USD,Usage,,2026-11-03T00:00:00Z,\n",
  ],
])("refuses sums as calls: %s", (name, content) => {
  const result = read(content);
  expect(result.name).toBe(name);
  expect(result.refusal).toMatch(/rows/);
});

describe("LiteLLM spend logs", () => {
  const metadata = {
    user_api_key_alias: "web",
    user_api_key_team_alias: "growth",
    usage_object: { ...USAGE, output_tokens_details: undefined },
    attempted_retries: 0,
  };
  const row = {
    request_id: "chatcmpl-1",
    call_type: "aimage_generation",
    api_key: "88dc28",
    spend: 0.0702,
    prompt_tokens: 26,
    completion_tokens: 3512,
    startTime: "2026-11-03 10:00:00",
    request_duration_ms: 41200,
    model: "gpt-image-2",
    custom_llm_provider: "openai",
    end_user: "u7",
    status: "success",
    cache_hit: "False",
  };
  const call = {
    id: "chatcmpl-1",
    occurredAt: "2026-11-03T10:00:00.000Z",
    model: "gpt-image-2",
    provider: "openai",
    operation: "generation",
    outcome: "succeeded",
    latencyMs: 41200,
    usage: {
      input_tokens: 26,
      input_tokens_details: { text_tokens: 26, image_tokens: 0 },
      output_tokens: 3512,
    },
    tags: { team: "growth", key: "web", user: "u7" },
  };

  it("leave out chats and what its cache answered, and take no price from LiteLLM", () => {
    const content = lines(
      { ...row, metadata },
      { ...row, request_id: "c", call_type: "acompletion", metadata },
      { ...row, request_id: "d", cache_hit: "True", metadata },
      { ...row, request_id: "e", status: "failure", metadata: { error_information: { error_code: "400" } } },
    );
    expect(read(content)).toEqual({
      name: "LiteLLM spend logs",
      calls: [
        call,
        { isLeftOut: true },
        { isLeftOut: true },
        {
          id: "e",
          occurredAt: call.occurredAt,
          model: "gpt-image-2",
          provider: "openai",
          operation: "generation",
          outcome: "failed",
          errorCode: "400",
          latencyMs: 41200,
          tags: { user: "u7" },
        },
      ],
    });
  });

  it("are read alike as CSV, where metadata is a cell with JSON in it", () => {
    const entries = Object.entries({ ...row, metadata: JSON.stringify(metadata) });
    const content = csv(
      entries.map(([name]) => name),
      entries.map(([, value]) => String(value)),
    );
    expect(read(content)).toEqual({ name: "LiteLLM spend logs", calls: [call] });
  });
});

it("reads the image generations among Langfuse observations", () => {
  const row = {
    id: "obs-1",
    traceId: "t-1",
    type: "GENERATION",
    startTime: "2026-11-03T10:00:00.000Z",
    providedModelName: "gpt-image-2",
    modelParameters: { size: "1024x1024", quality: "high", n: 1 },
    usageDetails: { input: 26, output: 7024, total: 7050 },
    totalCost: 0.5,
    latency: 41.2,
    level: "DEFAULT",
    environment: "production",
    userId: "u7",
  };
  const content = lines(
    row,
    { ...row, id: "obs-2", type: "SPAN", providedModelName: null },
    { ...row, id: "obs-3", providedModelName: "gpt-6-astra" },
    { ...row, id: "obs-4", level: "ERROR", usageDetails: {} },
  );
  const shared = {
    occurredAt: "2026-11-03T10:00:00.000Z",
    model: "gpt-image-2",
    n: 1,
    size: "1024x1024",
    quality: "high",
    latencyMs: 41200,
    tags: { user: "u7", environment: "production" },
  };
  expect(read(content)).toEqual({
    name: "Langfuse observations",
    calls: [
      {
        ...shared,
        id: "obs-1",
        outcome: "succeeded",
        usage: { input_tokens: 26, output_tokens: 7024 },
      },
      { isLeftOut: true },
      { isLeftOut: true },
      { ...shared, id: "obs-4", outcome: "failed" },
    ],
  });
});

it("reads Helicone's requests out of their bodies", () => {
  const row = {
    request_id: "0b1c",
    request_created_at: "2026-11-03T10:00:00+00:00",
    request_model: "gpt-image-2",
    request_path: "https://api.openai.com/v1/images/generations",
    request_body: { model: "gpt-image-2", prompt: "a hero", n: 2, size: "1024x1024", quality: "medium" },
    request_user_id: "u7",
    request_properties: { feature: "heroes" },
    response_status: 200,
    response_body: ANSWER,
    provider: "OPENAI",
    delay_ms: 41200,
    costUSD: 0.2,
  };
  const chat = { ...row, request_id: "0b1d", request_path: "https://api.openai.com/v1/chat/completions" };
  expect(read(lines(row, chat))).toEqual({
    name: "Helicone requests",
    calls: [
      {
        id: "0b1c",
        occurredAt: "2026-11-03T10:00:00.000Z",
        model: "gpt-image-2",
        provider: "openai",
        operation: "generation",
        n: 2,
        size: "1024x1024",
        quality: "medium",
        returnedSize: "1024x1024",
        returnedQuality: "medium",
        outputFormat: "png",
        imagesReturned: 2,
        httpStatus: 200,
        latencyMs: 41200,
        usage: READ_USAGE,
        tags: { user: "u7", feature: "heroes" },
      },
      { isLeftOut: true },
    ],
  });
});

describe("FOCUS charges", () => {
  const header = [
    "BilledCost",
    "BillingCurrency",
    "ChargeCategory",
    "ChargeClass",
    "ChargePeriodStart",
    "ConsumedQuantity",
    "ConsumedUnit",
    "ProviderName",
    "SubAccountName",
    "SkuPriceDetails",
    "x_RequestId",
  ];
  const details = '{"x_Model":"gpt-image-2","x_Size":"1024x1024","x_Quality":"high"}';
  const charge = (id: string, over: Partial<Record<string, string>> = {}) => {
    const row: Record<string, string | undefined> = {
      BilledCost: "0.211",
      BillingCurrency: "USD",
      ChargeCategory: "Usage",
      ChargeClass: "",
      ChargePeriodStart: "2026-11-03T10:00:00Z",
      ConsumedQuantity: "1",
      ConsumedUnit: "Images",
      ProviderName: "OpenAI",
      SubAccountName: "Heroes",
      SkuPriceDetails: details,
      x_RequestId: id,
      ...over,
    };
    return header.map((name) => row[name] ?? "");
  };

  it("are calls where each names its own request", () => {
    const content = csv(
      header,
      charge("r1"),
      charge("r2", { ChargeCategory: "Credit", BilledCost: "-0.211" }),
      charge("r3", { ChargeClass: "Correction" }),
      charge("r4", { BillingCurrency: "EUR" }),
    );
    expect(read(content)).toEqual({
      name: "FOCUS charges",
      calls: [
        {
          id: "r1",
          occurredAt: "2026-11-03T10:00:00.000Z",
          model: "gpt-image-2",
          provider: "openai",
          n: 1,
          size: "1024x1024",
          quality: "high",
          chargedUsd: "0.211000000",
          tags: { project: "Heroes" },
        },
        { isLeftOut: true },
        { isLeftOut: true },
        { isLeftOut: true },
      ],
    });
  });

  it("are refused where one request has several of them", () => {
    expect(read(csv(header, charge("r1"), charge("r1"))).refusal).toMatch(/several charges for one request/);
  });
});

it("reads the calls that this product exported", () => {
  const header =
    "id,occurred_at,local_date,workflow,stage,purpose,provider,model,operation,n,size,quality,batch,outcome,billed,http_status,error_code,images_returned,images_accepted,retry_of,latency_ms,text_input_tokens,image_input_tokens,text_output_tokens,image_output_tokens,cost_basis,cost_usd,unpriced_reason,rate_card,tags";
  const cells =
    'a1,2026-11-03T10:00:00.000Z,2026-11-03,heroes,pilot,qa,openai,gpt-image-2,generation,1,1024x1024,high,false,succeeded,unknown,200,,1,,,41200,26,0,0,7024,usage,0.21085,,card,"{""team"":""growth""}"';
  expect(read(`${header}\n${cells}\n`)).toEqual({
    name: "calls exported from here",
    calls: [
      {
        id: "a1",
        occurredAt: "2026-11-03T10:00:00.000Z",
        model: "gpt-image-2",
        workflow: "heroes",
        stage: "pilot",
        purpose: "qa",
        provider: "openai",
        operation: "generation",
        n: 1,
        size: "1024x1024",
        quality: "high",
        batch: false,
        outcome: "succeeded",
        httpStatus: 200,
        imagesReturned: 1,
        latencyMs: 41200,
        usage: {
          input_tokens_details: { text_tokens: 26, image_tokens: 0 },
          output_tokens_details: { text_tokens: 0, image_tokens: 7024 },
        },
        tags: { team: "growth" },
      },
    ],
  });
});

it.each([
  "created_at,model\n2026-11-03,m\n",
  "id,timestamp,model,status,data\na,2026-11-03,m,ok,[1]\n",
  lines({ id: "a", created: 1793700000, model: "m" }),
])("takes no other log for one of these", (content) => {
  expect(read(content).name).toBeNull();
});
