import { type JsonObject, countOf, isObject, requireCount, textOf } from "./json-fields";
import { nanoUsdOfNumber } from "./exact-amount";
import {
  emptyReading,
  ItemProblem,
  PageProblem,
  type PageReading,
  type ProviderReport,
  rejectedItem,
} from "./page-reading";

/**
 * A page of `GET /v1/organization/usage/images`: images and requests in buckets, by the dimensions that were asked for.
 * Shape: https://github.com/openai/openai-openapi, organization.usage.images.result.
 */
export function readOpenaiUsage(page: unknown): PageReading {
  return readBuckets(page, (result, bucket) => ({
    ...bucket,
    series: "usage",
    model: textOf(result, "model"),
    lineItem: null,
    projectId: textOf(result, "project_id"),
    apiKeyId: textOf(result, "api_key_id"),
    images: requireCount(result, "images"),
    requests: countOf(result, "num_model_requests"),
    amountNanoUsd: null,
    currency: null,
    raw: result,
  }));
}

/**
 * A page of `GET /v1/organization/costs`: amounts in buckets of days in UTC. The model is not among its fields; it is
 * found later by rules about the line item, which is kept as it is. Only `object` is promised in a result.
 */
export function readOpenaiCosts(page: unknown): PageReading {
  return readBuckets(page, (result, bucket) => {
    const amount = isObject(result.amount) ? result.amount : null;
    const value = amount?.value;
    if (value !== undefined && value !== null && typeof value !== "number") {
      throw new ItemProblem("amount.value is not a number");
    }
    const currency = amount === null ? null : textOf(amount, "currency");
    const isUsd = (currency ?? "usd").toLowerCase() === "usd";
    const amountNanoUsd = typeof value === "number" && isUsd ? nanoUsdOfNumber(value) : null;
    if (typeof value === "number" && isUsd && amountNanoUsd === null) {
      throw new ItemProblem(`amount.value is not an amount: ${value}`);
    }
    const images = result.quantity_unit === "images" ? result.quantity : null;
    return {
      ...bucket,
      series: "costs",
      model: null,
      lineItem: textOf(result, "line_item"),
      projectId: textOf(result, "project_id"),
      apiKeyId: textOf(result, "api_key_id"),
      images: Number.isSafeInteger(images) ? (images as number) : null,
      requests: null,
      amountNanoUsd,
      currency: currency?.toUpperCase() ?? null,
      raw: result,
    };
  });
}

function readBuckets(
  page: unknown,
  read: (result: JsonObject, bucket: { startMs: number; endMs: number }) => ProviderReport,
): PageReading {
  if (!isObject(page)) throw new PageProblem("The answer is not an object");
  if (!Array.isArray(page.data)) throw new PageProblem("The answer has no list of buckets (data)");
  const reading = emptyReading(nextPage(page));
  for (const bucket of page.data as unknown[]) readBucket(bucket, read, reading);
  return reading;
}

function nextPage(page: JsonObject): string | null {
  if (page.has_more !== true) return null;
  if (typeof page.next_page !== "string" || page.next_page === "") {
    throw new PageProblem("The answer says that there is more (has_more) but not where (next_page)");
  }
  return page.next_page;
}

function readBucket(
  bucket: unknown,
  read: (result: JsonObject, bucket: { startMs: number; endMs: number }) => ProviderReport,
  reading: PageReading,
): void {
  if (!isObject(bucket) || !Array.isArray(bucket.results)) {
    throw new PageProblem("A bucket has no list of results");
  }
  const { start_time: start, end_time: end } = bucket;
  if (!isSecond(start) || !isSecond(end) || end <= start) {
    throw new PageProblem("A bucket has no start_time and end_time in seconds");
  }
  const span = { startMs: start * 1000, endMs: end * 1000 };
  reading.buckets.push(span);
  for (const result of bucket.results as unknown[]) {
    reading.rows += 1;
    try {
      if (!isObject(result)) throw new ItemProblem("A result is not an object");
      reading.reports.push(read(result, span));
    } catch (error) {
      if (!(error instanceof ItemProblem)) throw error;
      reading.rejected.push(rejectedItem(error.message, result));
    }
  }
}

function isSecond(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 && value < 1e11;
}
