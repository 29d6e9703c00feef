import type { NanoUsd } from "@/lib/money";
import { amountCell, textCell } from "./csv-cell";

/** One logged call as a table shows it. */
export interface CallsTableRow {
  id: string;
  /** ISO 8601 in UTC. */
  occurredAt: string;
  localDate: string;
  workflow: string | null;
  stage: string | null;
  purpose: string;
  provider: string;
  model: string;
  operation: string;
  n: number;
  size: string | null;
  quality: string | null;
  requestedSize: string | null;
  requestedQuality: string | null;
  returnedSize: string | null;
  returnedQuality: string | null;
  outputFormat: string | null;
  batch: boolean;
  outcome: string;
  billed: boolean | null;
  httpStatus: number | null;
  errorCode: string | null;
  imagesReturned: number;
  imagesAccepted: number | null;
  inputImages: number | null;
  partialImages: number | null;
  retryOf: string | null;
  latencyMs: number | null;
  textInputTokens: number | null;
  imageInputTokens: number | null;
  textOutputTokens: number | null;
  imageOutputTokens: number | null;
  costBasis: string;
  costNanoUsd: NanoUsd | null;
  unpricedReason: string | null;
  boundLowNanoUsd: NanoUsd | null;
  boundHighNanoUsd: NanoUsd | null;
  rateCardId: string | null;
  promptHash: string | null;
  tags: Record<string, string>;
}

const COLUMNS: readonly [string, (call: CallsTableRow) => string][] = [
  ["id", (call) => textCell(call.id)],
  ["occurred_at", (call) => call.occurredAt],
  ["local_date", (call) => call.localDate],
  ["workflow", (call) => textCell(call.workflow)],
  ["stage", (call) => textCell(call.stage)],
  ["purpose", (call) => call.purpose],
  ["provider", (call) => textCell(call.provider)],
  ["model", (call) => textCell(call.model)],
  ["operation", (call) => call.operation],
  ["n", (call) => String(call.n)],
  ["size", (call) => textCell(call.size)],
  ["quality", (call) => textCell(call.quality)],
  ["requested_size", (call) => textCell(call.requestedSize)],
  ["requested_quality", (call) => textCell(call.requestedQuality)],
  ["returned_size", (call) => textCell(call.returnedSize)],
  ["returned_quality", (call) => textCell(call.returnedQuality)],
  ["output_format", (call) => textCell(call.outputFormat)],
  ["batch", (call) => String(call.batch)],
  ["outcome", (call) => call.outcome],
  ["billed", (call) => (call.billed === null ? "unknown" : String(call.billed))],
  ["http_status", (call) => numberCell(call.httpStatus)],
  ["error_code", (call) => textCell(call.errorCode)],
  ["images_returned", (call) => String(call.imagesReturned)],
  ["images_accepted", (call) => numberCell(call.imagesAccepted)],
  ["input_images", (call) => numberCell(call.inputImages)],
  ["partial_images", (call) => numberCell(call.partialImages)],
  ["retry_of", (call) => textCell(call.retryOf)],
  ["latency_ms", (call) => numberCell(call.latencyMs)],
  ["text_input_tokens", (call) => numberCell(call.textInputTokens)],
  ["image_input_tokens", (call) => numberCell(call.imageInputTokens)],
  ["text_output_tokens", (call) => numberCell(call.textOutputTokens)],
  ["image_output_tokens", (call) => numberCell(call.imageOutputTokens)],
  ["cost_basis", (call) => call.costBasis],
  ["cost_usd", (call) => amountCell(call.costNanoUsd)],
  ["unpriced_reason", (call) => call.unpricedReason ?? ""],
  ["unpriced_low_usd", (call) => amountCell(call.boundLowNanoUsd)],
  ["unpriced_high_usd", (call) => amountCell(call.boundHighNanoUsd)],
  ["rate_card", (call) => textCell(call.rateCardId)],
  ["prompt_hash", (call) => textCell(call.promptHash)],
  ["tags", (call) => (Object.keys(call.tags).length === 0 ? "" : JSON.stringify(call.tags))],
];

export const CALLS_TABLE_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** A call as cells of a file, in the order of the columns. An unpriced call has no cost, which is not a cost of nothing. */
export function callsTableCells(call: CallsTableRow): string[] {
  return COLUMNS.map(([, cellOf]) => cellOf(call));
}

function numberCell(value: number | null): string {
  return value === null ? "" : String(value);
}
