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

/**
 * One text for one call, however it was written down: keys sorted, absent fields and nulls left out, the time in UTC.
 * Two calls with the same id are the same call exactly when these texts are equal. It covers what was stated and not
 * what was made of it, so that a change of a default never turns a retry into a conflict.
 */
export function canonicalCall(call: StatedCall): string {
  const canonical: Record<string, unknown> = {};
  for (const field of SORTED_FIELDS) {
    const value = call[field];
    if (value != null) canonical[field] = typeof value === "object" ? sorted(value) : value;
  }
  canonical.occurredAt = new Date(call.occurredAt).toISOString();
  return JSON.stringify(canonical);
}

function sorted(value: object): object {
  const members = value as Record<string, unknown>;
  const keys = Object.keys(members).sort();
  const kept: [string, unknown][] = [];
  for (const key of keys) {
    const member = members[key];
    if (member != null) kept.push([key, typeof member === "object" ? sorted(member) : member]);
  }
  // Not by assignment, which a tag named __proto__ would turn into something else.
  return Object.fromEntries(kept);
}
