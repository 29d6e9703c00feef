import { parseUsd, type NanoUsd } from "@/lib/money";
import type { TokenUsage } from "@/lib/pricing";
import { inUtc } from "./in-utc";
import { readUsage, type ProviderUsage } from "./read-usage";

export type CallStage = "prototype" | "pilot" | "production";
export type CallPurpose = "customer" | "qa" | "prompt_tuning" | "internal";
export type CallOperation = "generation" | "edit";
export type CallOutcome = "succeeded" | "failed" | "timed_out" | "unknown";

type Stated<T> = T | null | undefined;

/** A call as its caller logged it. Everything but the first three may be left out; null says the same as leaving out. */
export interface StatedCall {
  id: string;
  /** ISO 8601 with an offset. */
  occurredAt: string;
  model: string;
  workflow?: Stated<string>;
  stage?: Stated<CallStage>;
  purpose?: Stated<CallPurpose>;
  provider?: Stated<string>;
  operation?: Stated<CallOperation>;
  n?: Stated<number>;
  size?: Stated<string>;
  quality?: Stated<string>;
  returnedSize?: Stated<string>;
  returnedQuality?: Stated<string>;
  outputFormat?: Stated<string>;
  inputImages?: Stated<number>;
  partialImages?: Stated<number>;
  batch?: Stated<boolean>;
  outcome?: Stated<CallOutcome>;
  billed?: Stated<boolean>;
  httpStatus?: Stated<number>;
  errorCode?: Stated<string>;
  imagesReturned?: Stated<number>;
  imagesAccepted?: Stated<number>;
  retryOf?: Stated<string>;
  latencyMs?: Stated<number>;
  usage?: Stated<ProviderUsage>;
  chargedUsd?: Stated<string>;
  promptHash?: Stated<string>;
  tags?: Stated<Record<string, string>>;
}

/** The same call with everything settled that the log left open. Null says that nobody knows. */
export interface NormalCall {
  id: string;
  /** ISO 8601 in UTC, with milliseconds. */
  occurredAt: string;
  occurredAtMs: number;
  /** The UTC date of the call, YYYY-MM-DD, by which prices hold. */
  on: string;
  model: string;
  workflow: string | null;
  stage: CallStage | null;
  purpose: CallPurpose;
  provider: string;
  operation: CallOperation;
  n: number;
  /** As asked for; or as returned, where the log keeps only that. */
  size: string | null;
  quality: string | null;
  returnedSize: string | null;
  returnedQuality: string | null;
  outputFormat: string | null;
  inputImages: number | null;
  partialImages: number | null;
  batch: boolean;
  outcome: CallOutcome;
  /** As its caller says. Where nobody does, `decideBilling` finds it by the rules of the day. */
  billed: boolean | null;
  httpStatus: number | null;
  errorCode: string | null;
  imagesReturned: number;
  imagesAccepted: number | null;
  retryOf: string | null;
  latencyMs: number | null;
  usage: TokenUsage | null;
  chargedNanoUsd: NanoUsd | null;
  promptHash: string | null;
  tags: Record<string, string>;
}

/**
 * Settles what a log leaves open: provider "openai", a generation of one image for a customer, not in a batch.
 * Without an outcome the call succeeded, unless its status is 400 or above or it carries an error code. A success
 * without a count returned all n images, anything else none. Size, quality, workflow and stage stay unknown: a guess
 * there would set a price.
 */
export function normaliseCall(call: StatedCall): NormalCall {
  const operation = call.operation ?? "generation";
  const n = call.n ?? 1;
  const httpStatus = call.httpStatus ?? null;
  const errorCode = call.errorCode || null;
  const outcome = call.outcome ?? ((httpStatus ?? 0) >= 400 || errorCode !== null ? "failed" : "succeeded");
  const occurredAt = inUtc(call.occurredAt);
  return {
    id: call.id,
    occurredAt,
    occurredAtMs: Date.parse(occurredAt),
    on: occurredAt.slice(0, 10),
    model: call.model,
    workflow: call.workflow ?? null,
    stage: call.stage ?? null,
    purpose: call.purpose ?? "customer",
    provider: call.provider ?? "openai",
    operation,
    n,
    size: call.size ?? null,
    quality: call.quality ?? null,
    returnedSize: call.returnedSize ?? null,
    returnedQuality: call.returnedQuality ?? null,
    outputFormat: call.outputFormat ?? null,
    inputImages: call.inputImages ?? null,
    partialImages: call.partialImages ?? null,
    batch: call.batch ?? false,
    outcome,
    billed: call.billed ?? null,
    httpStatus,
    errorCode,
    imagesReturned: call.imagesReturned ?? (outcome === "succeeded" ? n : 0),
    imagesAccepted: call.imagesAccepted ?? null,
    retryOf: call.retryOf ?? null,
    latencyMs: call.latencyMs ?? null,
    usage: readUsage(call.usage, operation),
    chargedNanoUsd: call.chargedUsd == null ? null : parseUsd(call.chargedUsd),
    promptHash: call.promptHash ?? null,
    tags: call.tags ?? {},
  };
}
