import "server-only";
import { hash } from "node:crypto";
import { canonicalCall, implausibleFields, normaliseCall, type NormalCall } from "@/lib/calls";
import { callSchema, type CallInput } from "@/lib/contracts/calls";
import { fieldErrors } from "@/lib/server/http/field-errors";
import type { FieldError } from "@/lib/server/http/request-error";
import { unstorableText } from "@/lib/server/http/unstorable-text";
import { parseCall } from "./parse-call";

/** A call that may be recorded. */
export interface CheckedCall {
  call: NormalCall;
  /** What its caller stated, as one text. */
  canonical: string;
  /** SHA-256 of that text, in hexadecimal: what tells a retry from another call under the same id. */
  payloadHash: string;
}

export type CallCheck = { checked: CheckedCall } | { id: string | null; errors: FieldError[] };

/** Of one item. More would help nobody, and an item may have as many wrong fields as fit into a request. */
const MAX_ERRORS = 20;

// What JSON writes for characters that PostgreSQL cannot store; a cheap test that spares most calls the thorough one.
const SUSPECT = /\\u(?:0000|d[89a-f])/;

/** Whether something that a client sent is a call, and a plausible one. */
export function checkCall(item: unknown, now: Date): CallCheck {
  const stated = parseCall(item) ?? parseWhole(item);
  if ("errors" in stated) return stated;

  const canonical = canonicalCall(stated);
  const call = normaliseCall(stated);
  const errors = SUSPECT.test(canonical) ? unstorableText(stated) : [];
  errors.push(...implausibleFields(call, now.getTime()));
  if (errors.length > 0) return { id: stated.id, errors };
  return { checked: { call, canonical, payloadHash: hash("sha256", canonical, "hex") } };
}

/** By the schema of the whole call, which names every field that is wrong. */
function parseWhole(item: unknown): CallInput | { id: string | null; errors: FieldError[] } {
  const parsed = callSchema.safeParse(item);
  if (parsed.success) return parsed.data;
  return { id: idOf(item), errors: fieldErrors(parsed.error).slice(0, MAX_ERRORS) };
}

/** The id that a refused item carries, to recognise it by in the answer. */
function idOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null || !("id" in item)) return null;
  return typeof item.id === "string" ? item.id.slice(0, 100) : null;
}
