import type { StatedCall } from "@/lib/calls";
import {
  callId,
  instantOf,
  latencyBetween,
  pictureFields,
  tagFields,
  usageFields,
  workflowField,
} from "./call-fields";
import { innerObject, isObject, requireObject, requireText, textOf } from "./json-fields";
import { PageProblem, type PageReading, readItems } from "./page-reading";

const IMAGE_CALL = /image/i;

/**
 * A page of LiteLLM's `GET /spend/logs/v2`. Columns: LiteLLM_SpendLogs in BerriAI/litellm, schema.prisma.
 *
 * `spend` is kept as the tag litellm_spend_usd and is not taken for what the provider charged: it is LiteLLM's own
 * calculation, and for gpt-image-2 it is known to be wrong. The price comes from the usage object instead.
 */
export function readLitellmPage(page: unknown): PageReading {
  if (!isObject(page)) throw new PageProblem("The answer is not an object");
  if (!Array.isArray(page.data)) throw new PageProblem("The answer has no list of rows (data)");
  const { page: number, total_pages: pages } = page;
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(pages)) {
    throw new PageProblem("The answer does not say which page it is (page, total_pages)");
  }
  const next = (number as number) < (pages as number) ? String((number as number) + 1) : null;
  return readItems(page.data as unknown[], next, readRow);
}

function readRow(item: unknown): StatedCall | null {
  const row = requireObject(item, "The row");
  const callType = textOf(row, "call_type") ?? "";
  if (!IMAGE_CALL.test(callType)) return null;

  const occurredAt = instantOf(requireText(row, "startTime"), "startTime");
  const end = textOf(row, "endTime");
  const metadata = innerObject(row, "metadata");
  const failure = metadata && innerObject(metadata, "error_information");
  const isFailed = row.status === "failure" || (failure !== null && Object.keys(failure).length > 0);
  const status = Number(failure?.error_code);
  const provider = textOf(row, "custom_llm_provider");
  const usage = usageFields(metadata && innerObject(metadata, "usage_object"));
  return {
    id: callId("litellm", requireText(row, "request_id")),
    occurredAt,
    model: modelOf(textOf(row, "model") ?? requireText(row, "model_group"), provider),
    ...(provider !== null && { provider: provider.startsWith("vertex_ai") ? "vertex_ai" : provider }),
    operation: /edit/i.test(callType) ? "edit" : "generation",
    ...pictureFields(innerObject(row, "proxy_server_request")),
    outcome: isFailed ? "failed" : "succeeded",
    ...(Number.isInteger(status) && status >= 100 && status <= 599 && { httpStatus: status }),
    ...(typeof failure?.error_class === "string" &&
      failure.error_class !== "" && { errorCode: failure.error_class.slice(0, 200) }),
    latencyMs: latencyBetween(occurredAt, end === null ? null : instantOf(end, "endTime")),
    ...(usage !== null && { usage }),
    ...workflowField(metadata && innerObject(metadata, "spend_logs_metadata"), "workflow"),
    tags: tagFields({
      source: "litellm",
      team: row.team_id,
      key: metadata?.user_api_key_alias,
      user: row.end_user,
      litellm_spend_usd: row.spend,
      cache_hit: row.cache_hit === "True" ? "true" : null,
    }),
    // What LiteLLM answers from its cache reaches no provider.
    ...(row.cache_hit === "True" && { billed: false }),
  };
}

function modelOf(model: string, provider: string | null): string {
  return provider !== null && model.startsWith(`${provider}/`) ? model.slice(provider.length + 1) : model;
}
