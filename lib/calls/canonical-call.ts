import type { StatedCall } from "./normalise-call";

/**
 * One text for one call, however it was written down: keys sorted, absent fields and nulls left out, the time in UTC.
 * Two calls with the same id are the same call exactly when these texts are equal. It covers what was stated and not
 * what was made of it, so that a change of a default never turns a retry into a conflict.
 */
export function canonicalCall(call: StatedCall): string {
  return canonicalJson({ ...call, occurredAt: new Date(call.occurredAt).toISOString() });
}

function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members: string[] = [];
  const record = value as Record<string, unknown>;
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member != null) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(",")}}`;
}
