import { inUtc } from "./in-utc";
import type { StatedCall } from "./normalise-call";

/** Every field by a function of its own, because the same function for all of them would be several times slower. */
const FIELDS: Record<keyof StatedCall, (call: StatedCall) => unknown> = {
  id: (call) => call.id,
  occurredAt: (call) => inUtc(call.occurredAt),
  model: (call) => call.model,
  workflow: (call) => call.workflow,
  stage: (call) => call.stage,
  purpose: (call) => call.purpose,
  provider: (call) => call.provider,
  operation: (call) => call.operation,
  n: (call) => call.n,
  size: (call) => call.size,
  quality: (call) => call.quality,
  returnedSize: (call) => call.returnedSize,
  returnedQuality: (call) => call.returnedQuality,
  outputFormat: (call) => call.outputFormat,
  inputImages: (call) => call.inputImages,
  partialImages: (call) => call.partialImages,
  batch: (call) => call.batch,
  outcome: (call) => call.outcome,
  billed: (call) => call.billed,
  httpStatus: (call) => call.httpStatus,
  errorCode: (call) => call.errorCode,
  imagesReturned: (call) => call.imagesReturned,
  imagesAccepted: (call) => call.imagesAccepted,
  retryOf: (call) => call.retryOf,
  latencyMs: (call) => call.latencyMs,
  usage: (call) => call.usage,
  chargedUsd: (call) => call.chargedUsd,
  promptHash: (call) => call.promptHash,
  tags: (call) => call.tags,
};

const SORTED_FIELDS = Object.entries(FIELDS).sort(([a], [b]) => (a < b ? -1 : 1));

/** Texts that JSON writes as they are. */
const PLAIN = /^[\w .:/-]*$/;

/**
 * One text for one call, however it was written down: JSON with keys sorted, absent fields and nulls left out, the time
 * in UTC. Two calls with the same id are the same call exactly when these texts are equal. It covers what was stated and
 * not what was made of it, so that a change of a default never turns a retry into a conflict.
 */
export function canonicalCall(call: StatedCall): string {
  let text = "";
  for (const [field, read] of SORTED_FIELDS) {
    const value = read(call);
    if (value != null) text += `${text === "" ? "{" : ","}"${field}":${canonical(value)}`;
  }
  return `${text}}`;
}

function canonical(value: unknown): string {
  if (typeof value === "string") return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = value as Record<string, unknown>;
  let text = "{";
  for (const key of inOrder(Object.keys(members))) {
    const member = members[key];
    if (member != null) text += `${text === "{" ? "" : ","}${canonical(key)}:${canonical(member)}`;
  }
  return `${text}}`;
}

/** Sorted, but for keys that are whole numbers, which any object has first and in their own order. */
function inOrder(keys: string[]): string[] {
  const order = keys.sort();
  return order.some((key) => /^\d/.test(key))
    ? Object.keys(Object.fromEntries(order.map((key) => [key, true])))
    : order;
}
