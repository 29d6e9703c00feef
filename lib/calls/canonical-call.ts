import type { StatedCall } from "./normalise-call";

const FIELDS: Record<keyof StatedCall, true> = {
  id: true,
  occurredAt: true,
  model: true,
  workflow: true,
  stage: true,
  purpose: true,
  provider: true,
  operation: true,
  n: true,
  size: true,
  quality: true,
  returnedSize: true,
  returnedQuality: true,
  outputFormat: true,
  inputImages: true,
  partialImages: true,
  batch: true,
  outcome: true,
  billed: true,
  httpStatus: true,
  errorCode: true,
  imagesReturned: true,
  imagesAccepted: true,
  retryOf: true,
  latencyMs: true,
  usage: true,
  chargedUsd: true,
  promptHash: true,
  tags: true,
};

const SORTED_FIELDS = (Object.keys(FIELDS) as (keyof StatedCall)[]).sort();

/** How `toISOString` writes an instant. */
const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Texts that JSON writes as they are. */
const PLAIN = /^[\w .:/-]*$/;

/**
 * One text for one call, however it was written down: JSON with keys sorted, absent fields and nulls left out, the time
 * in UTC. Two calls with the same id are the same call exactly when these texts are equal. It covers what was stated and
 * not what was made of it, so that a change of a default never turns a retry into a conflict.
 */
export function canonicalCall(call: StatedCall): string {
  let text = "{";
  for (const field of SORTED_FIELDS) {
    const value = field === "occurredAt" ? inUtc(call.occurredAt) : call[field];
    if (value != null) text += `${text === "{" ? "" : ","}"${field}":${canonical(value)}`;
  }
  return `${text}}`;
}

function inUtc(instant: string): string {
  return UTC_INSTANT.test(instant) ? instant : new Date(instant).toISOString();
}

function canonical(value: unknown): string {
  if (typeof value === "string") return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
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
