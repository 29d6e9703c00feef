import type { ConnectorKind, ReadPosition } from "./connector-kinds";
import { HELICONE_PAGE_ROWS, readHeliconePage } from "./helicone-page";
import { readLangfusePage } from "./langfuse-page";
import { readLitellmPage } from "./litellm-page";
import { readOpenaiCosts, readOpenaiUsage } from "./openai-pages";
import { PageProblem, type PageReading } from "./page-reading";

/** What is sent to a source for one page, beside its address and credentials. */
export interface SourceRequest {
  method: "GET" | "POST";
  path: string;
  query: readonly (readonly [string, string])[];
  /** Sent as JSON. */
  body?: Record<string, unknown>;
}

/**
 * The request for the page at a position. Usage is asked for by the hour, because only hours can be cut again at the
 * midnights of another time zone; costs exist by day only.
 */
export function sourceRequest(kind: ConnectorKind, position: ReadPosition): SourceRequest {
  switch (kind) {
    case "openai":
      return openaiRequest(position);
    case "litellm":
      return {
        method: "GET",
        path: "/spend/logs/v2",
        query: [
          ["start_date", litellmTime(position.fromMs)],
          ["end_date", litellmTime(position.toMs)],
          ["page", position.page ?? "1"],
          ["page_size", "100"],
          ["sort_by", "startTime"],
          ["sort_order", "asc"],
        ],
      };
    case "langfuse":
      return {
        method: "GET",
        path: "/api/public/v2/observations",
        query: [
          ["type", "GENERATION"],
          ["fromStartTime", new Date(position.fromMs).toISOString()],
          ["toStartTime", new Date(position.toMs).toISOString()],
          ["fields", "core,basic,time,metadata,model,usage"],
          ["limit", "500"],
          ...(position.page === null ? [] : ([["cursor", position.page]] as const)),
        ],
      };
    case "helicone":
      return heliconeRequest(position);
  }
}

export function readSourcePage(kind: ConnectorKind, position: ReadPosition, page: unknown): PageReading {
  const reading = readPage(kind, position, page);
  // A source that names the page it was asked for would be read for ever.
  if (reading.next !== null && reading.next === position.page) {
    throw new PageProblem("The answer names itself as the next page");
  }
  return reading;
}

function readPage(kind: ConnectorKind, position: ReadPosition, page: unknown): PageReading {
  switch (kind) {
    case "openai":
      return position.stream === "usage" ? readOpenaiUsage(page) : readOpenaiCosts(page);
    case "litellm":
      return readLitellmPage(page);
    case "langfuse":
      return readLangfusePage(page);
    case "helicone":
      return readHeliconePage(page, Number(position.page ?? 0));
  }
}

function openaiRequest({ fromMs, toMs, stream, page }: ReadPosition): SourceRequest {
  const isUsage = stream === "usage";
  const dimensions = isUsage
    ? ["model", "project_id", "api_key_id"]
    : ["line_item", "project_id", "api_key_id"];
  return {
    method: "GET",
    path: `/v1/organization/${isUsage ? "usage/images" : "costs"}`,
    query: [
      ["start_time", String(Math.floor(fromMs / 1000))],
      ["end_time", String(Math.ceil(toMs / 1000))],
      ["bucket_width", isUsage ? "1h" : "1d"],
      ...dimensions.map((dimension) => ["group_by[]", dimension] as const),
      ["limit", isUsage ? "168" : "31"],
      ...(page === null ? [] : ([["page", page]] as const)),
    ],
  };
}

function heliconeRequest({ fromMs, toMs, page }: ReadPosition): SourceRequest {
  const bound = (operator: "gte" | "lt", ms: number) => ({
    request_response_rmt: { request_created_at: { [operator]: new Date(ms).toISOString() } },
  });
  return {
    method: "POST",
    path: "/v1/request/query-clickhouse",
    query: [],
    body: {
      filter: { left: bound("gte", fromMs), operator: "and", right: bound("lt", toMs) },
      offset: Number(page ?? 0),
      limit: HELICONE_PAGE_ROWS,
      sort: { created_at: "asc" },
      includeInputs: false,
    },
  };
}

function litellmTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}
