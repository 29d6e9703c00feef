import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import type { Endpoint } from "@/lib/contracts/endpoint";
import type { ENDPOINT_IDS } from "../call-endpoint";
import { type Caller } from "../call-endpoint";
import { SAMPLE_REQUESTS } from "../sample-requests";
import { breakValue } from "./break-value";
import { describedValue, oneOf, percent, type Draw, type Recipe } from "./described-value";
import { escaped, isDescribed, type Operation, type Schema } from "./described-operations";
import { HOSTILE_TEXTS } from "./hostile-texts";
import type { PopulatedWorkspace } from "./populated-workspace";

export interface FuzzRequest {
  caller: Caller;
  params: Record<string, string>;
  query: string;
  body?: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  /** Whether the description allows it. Undefined where it has nothing to say, as about files. */
  isDescribed: boolean | undefined;
  /** Of logged calls, which are judged one by one. */
  areItemsDescribed?: boolean[];
}

export interface Workspaces {
  ours: PopulatedWorkspace;
  theirs: PopulatedWorkspace;
}

/** A request as the description has it with hostile content, or one that it does not allow. */
export function drawRequest(
  draw: Draw,
  operation: Operation,
  { ours, theirs }: Workspaces,
  isBroken: boolean,
): FuzzRequest {
  const recipe: Recipe = {
    draw,
    keptPercent: oneOf(draw, [100, 97, 90, 70, 0]),
    known: knownValues(ours, theirs),
  };
  // What is broken is broken in one place, so that the refusal is for that place.
  const broken = isBroken ? oneOf(draw, placesToBreak(operation)) : null;
  const params = drawParams(recipe, operation, broken === "params");
  const query = drawQuery(recipe, operation, broken === "query");
  const body = drawBody(recipe, operation, broken === "body");
  const verdicts = [params.isDescribed, query.isDescribed, body.isDescribed];
  return {
    caller: percent(draw, 80) ? ours.session : ours.program,
    params: params.values,
    query: query.text,
    ...(body.body !== undefined && { body: body.body }),
    headers: { "x-forwarded-for": anAddress(draw), ...body.headers },
    isDescribed: verdicts.includes(false) ? false : body.isDescribed,
    ...(body.areItemsDescribed && { areItemsDescribed: body.areItemsDescribed }),
  };
}

/** What is counted by address would soon be refused for that. */
function anAddress(draw: Draw): string {
  return `10.${draw(fc.nat, { max: 255 })}.${draw(fc.nat, { max: 255 })}.${draw(fc.nat, { max: 255 })}`;
}

function knownValues(ours: PopulatedWorkspace, theirs: PopulatedWorkspace): Recipe["known"] {
  const ids = Object.entries(ours.ids).map(([name, id]) => [name, [id, id, id, theirs.ids[name]]]);
  return {
    ...(Object.fromEntries(ids) as Recipe["known"]),
    workflow: ["landing-heroes", `workflow of ${ours.word}`],
    provider: ["openai", "wisgate", `provider of ${ours.word}`],
    model: ["gpt-image-2", "gpt-image-1", "dall-e-3", `model of ${ours.word}`],
    id: [ours.ids.callId],
    retryOf: [ours.ids.callId, theirs.ids.callId],
    revision: [1, 2],
    month: ["2026-11", "2026-10", "2026-09", "1970-01", "9999-12", "0000-01"],
    timeZone: ["UTC", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns", "europe/berlin"],
    from: ["2026-11-01", "2026-08-31", "0001-01-01"],
    to: ["2026-11-30", "2026-08-31", "9999-12-31"],
    cursor: [
      "",
      "0",
      "abc",
      Buffer.from("{}").toString("base64url"),
      Buffer.from('["x",1]').toString("base64url"),
    ],
    subject: ["call", "usage", "forecast", "scenario_month"],
  };
}

type Place = "params" | "query" | "body";

function placesToBreak({ parameters = [], requestBody }: Operation): Place[] {
  const hasParams = parameters.some((parameter) => parameter.in === "path");
  return [
    "query",
    ...(hasParams ? (["params"] as const) : []),
    ...(requestBody ? (["body", "body", "body"] as const) : ["body" as const]),
  ];
}

function drawParams(recipe: Recipe, operation: Operation, isBroken: boolean) {
  const { draw } = recipe;
  const values: Record<string, string> = {};
  let isDescribed = true;
  for (const { name, schema } of (operation.parameters ?? []).filter((each) => each.in === "path")) {
    const sample = SAMPLE_REQUESTS[operation.operationId].params?.[name];
    const described = isBroken
      ? oneOf(draw, HOSTILE_TEXTS)
      : recipe.known[name] !== undefined && percent(draw, 90)
        ? oneOf(draw, recipe.known[name])
        : describedValue(recipe, schema, asJson(schema, sample ?? ""), name);
    const text = inAddress(described);
    values[name] = text;
    isDescribed &&= judgeParameter(operation, name, text);
  }
  return { values, isDescribed };
}

/** An address holds no half of a character. */
function inAddress(value: unknown): string {
  return Buffer.from(String(value)).toString();
}

function drawQuery(recipe: Recipe, operation: Operation, isBroken: boolean) {
  const { draw } = recipe;
  const parameters = (operation.parameters ?? []).filter(
    (each) => each.in === "query" && each.name !== "workspace",
  );
  const given = new URLSearchParams(SAMPLE_REQUESTS[operation.operationId].query);
  const pairs: [string, string][] = [];
  for (const { name, schema, required } of parameters) {
    const sample = given.get(name) ?? undefined;
    if (required !== true && !percent(draw, sample === undefined ? 15 : 70)) continue;
    const value = describedValue(
      recipe,
      schema,
      sample === undefined ? undefined : asJson(schema, sample),
      name,
    );
    pairs.push([name, inAddress(value)]);
  }
  if (isBroken)
    breakPairs(
      draw,
      pairs,
      parameters.map(({ name }) => name),
    );
  const names = pairs.map(([name]) => name);
  const isDescribed =
    new Set(names).size === names.length &&
    parameters.every(({ name, required }) => required !== true || names.includes(name)) &&
    pairs.every(([name, text]) => judgeParameter(operation, name, text));
  return { text: pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&"), isDescribed };
}

function breakPairs(draw: Draw, pairs: [string, string][], names: string[]): void {
  const name = names.length === 0 ? "surprise" : oneOf(draw, names);
  const index = draw(fc.nat, { max: Math.max(0, pairs.length - 1) });
  switch (oneOf(draw, ["value", "unknown", "twice", "remove"])) {
    case "value": {
      const odd = oneOf(draw, [
        ...HOSTILE_TEXTS,
        " 5",
        "5 ",
        "5.0",
        "+5",
        "1e2",
        "0x10",
        "007",
        "true",
        "[]",
      ]);
      pairs.splice(pairs.length === 0 ? 0 : index, 1, [name, inAddress(odd)]);
      return;
    }
    case "unknown":
      pairs.push([oneOf(draw, ["surprise", "__proto__", "constructor", "Limit", "from[]", ""]), "1"]);
      return;
    case "twice":
      pairs.push([name, "1"], [name, "1"]);
      return;
    case "remove":
      pairs.splice(index, 1);
  }
}

function judgeParameter({ parameters = [], pointer }: Operation, name: string, text: string): boolean {
  const index = parameters.findIndex((each) => each.name === name);
  const parameter = parameters[index];
  if (!parameter) return false;
  return isDescribed(`${pointer}/parameters/${index}/schema`, asJson(parameter.schema, text));
}

/** An address knows only texts; a number is written as JSON writes it. */
function asJson({ type }: Schema, text: string): unknown {
  const isNumber = type === "integer" || type === "number";
  return isNumber && /^-?(0|[1-9]\d*)$/.test(text) ? Number(text) : text;
}

interface DrawnBody {
  body?: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  isDescribed: boolean | undefined;
  areItemsDescribed?: boolean[];
}

function drawBody(recipe: Recipe, operation: Operation, isBroken: boolean): DrawnBody {
  const { draw } = recipe;
  const { requestBody, pointer, operationId, method } = operation;
  const json = requestBody?.content?.["application/json"];
  if (json === undefined) {
    if (requestBody !== undefined) return drawFile(draw);
    const isSent = isBroken && method !== "GET";
    return isSent ? { body: "{}", headers: {}, isDescribed: false } : { headers: {}, isDescribed: true };
  }
  let value = describedValue(recipe, json.schema, SAMPLE_REQUESTS[operationId].json);
  if (isBroken) value = breakValue(draw, value);
  value = withoutSources(operationId, value);
  const place = `${pointer}/requestBody/content/${escaped("application/json")}/schema`;
  const text = JSON.stringify(value) ?? "";
  if (operationId === "recordCalls") return drawCalls(draw, place, text, isBroken);
  if (isBroken && percent(draw, 25)) return { ...brokenText(draw, text), isDescribed: false };
  // As whoever reads the text has it.
  return {
    body: text,
    headers: { "content-type": "application/json" },
    isDescribed: isDescribed(place, JSON.parse(text)) && withinLimit(operationId, text),
  };
}

/** No test asks anybody's real address, such as the provider's own that a connector without one asks. */
function withoutSources(operationId: string, value: unknown): unknown {
  if (!/^(create|update)Connector$/.test(operationId)) return value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { baseUrl } = value as { baseUrl?: unknown };
  const isReal =
    baseUrl == null ? operationId === "createConnector" : JSON.stringify(baseUrl).includes("example.com");
  return isReal ? { ...value, baseUrl: "http://127.0.0.1:9" } : value;
}

function withinLimit(operationId: (typeof ENDPOINT_IDS)[number], text: string): boolean {
  const { bodyLimitBytes = 1024 * 1024 }: Endpoint = ENDPOINTS[operationId];
  return Buffer.byteLength(text) <= bodyLimitBytes;
}

/** JSON that is none, or that comes as something else. */
function brokenText(draw: Draw, text: string): Pick<DrawnBody, "body" | "headers"> {
  const asJson = { "content-type": "application/json" };
  return oneOf<Pick<DrawnBody, "body" | "headers">>(draw, [
    { body: text.slice(0, draw(fc.nat, { max: Math.max(0, text.length - 1) })), headers: asJson },
    { body: `\ufeff${text}x`, headers: asJson },
    { body: text.replace(/}$/, ",}"), headers: asJson },
    { body: "NaN", headers: asJson },
    { body: "", headers: asJson },
    { body: Uint8Array.from([0x22, 0xff, 0xfe, 0x22]), headers: asJson },
    { body: text, headers: { "content-type": "text/plain" } },
    { body: text, headers: { "content-type": "application/json; charset=utf-16" } },
    { body: text, headers: { "content-type": "multipart/form-data; boundary=x" } },
    { body: text, headers: {} },
    { body: Uint8Array.from(gzipSync(text)), headers: { ...asJson, "content-encoding": "gzip" } },
    { body: text, headers: { ...asJson, "content-encoding": "br" } },
  ]);
}

/** As one JSON document or a line for each, plain or compressed. */
function drawCalls(draw: Draw, place: string, text: string, isBroken: boolean): DrawnBody {
  const value = JSON.parse(text) as { calls?: unknown[] } | null;
  const items = Array.isArray(value?.calls) ? value.calls : null;
  const isWhole =
    isDescribed(place, {
      ...value,
      calls: items?.length === 0 ? [] : [{ id: "x", occurredAt: "2026-11-03T00:00:00Z", model: "x" }],
    }) && items !== null;
  const areItemsDescribed = items?.map((item) => isDescribed(place, { calls: [item] })) ?? [];
  const asLines = isWhole && percent(draw, 30);
  const plain = asLines ? (items ?? []).map((item) => JSON.stringify(item)).join("\n") : text;
  const headers = { "content-type": asLines ? "application/x-ndjson" : "application/json" };
  if (isBroken && percent(draw, 30)) return { ...brokenCalls(draw, plain, headers), isDescribed: false };
  const isCompressed = percent(draw, 30);
  return {
    body: isCompressed ? Uint8Array.from(gzipSync(plain)) : plain,
    headers: { ...headers, ...(isCompressed && { "content-encoding": "gzip" }) },
    isDescribed: isWhole,
    areItemsDescribed,
  };
}

function brokenCalls(
  draw: Draw,
  plain: string,
  headers: Record<string, string>,
): Pick<DrawnBody, "body" | "headers"> {
  const compressed = Uint8Array.from(gzipSync(plain));
  const asGzip = { ...headers, "content-encoding": "gzip" };
  return oneOf<Pick<DrawnBody, "body" | "headers">>(draw, [
    { body: compressed.slice(0, compressed.length >> 1), headers: asGzip },
    { body: plain, headers: asGzip },
    // It expands a thousand times.
    { body: Uint8Array.from(gzipSync(Buffer.alloc(8 * 1024 * 1024, " "))), headers: asGzip },
    { body: compressed, headers },
    { body: compressed, headers: { ...headers, "content-encoding": "gzip, gzip" } },
    { body: plain, headers: { "content-type": "text/csv" } },
    { body: "", headers },
    { body: '{"calls":', headers: { "content-type": "application/json" } },
    { body: Uint8Array.from([0x7b, 0xff, 0x7d]), headers },
  ]);
}

/** A part of a file may hold anything. */
function drawFile(draw: Draw): DrawnBody {
  const body = oneOf<string | Uint8Array<ArrayBuffer>>(draw, [
    "id,model\n",
    "",
    "\u0000",
    Uint8Array.from([0x1f, 0x8b, 8, 0]),
    Uint8Array.from([0xff, 0xfe, 0x00]),
    "x".repeat(1000),
  ]);
  const type = percent(draw, 80) ? "application/octet-stream" : "text/csv";
  return { body, headers: { "content-type": type }, isDescribed: undefined };
}
