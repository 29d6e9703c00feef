import "server-only";
import { hash } from "node:crypto";
import {
  canonicalRow,
  createCallReader,
  type FileRow,
  type ImportField,
  type ImportMapping,
} from "@/lib/imports";
import { checkCall, type CheckedCall } from "@/lib/server/calls/check-call";
import { rejectRow, type RejectedRow } from "./rejected-row";

export interface AcceptedRow {
  line: number;
  raw: string;
  checked: CheckedCall;
  /** The call as the mapping reads it. */
  stated: Record<string, unknown>;
}

/** A row that the mapping is not about. */
export interface LeftOutRow {
  line: number;
  isLeftOut: true;
}

type CheckedRow = AcceptedRow | RejectedRow | LeftOutRow;

/** A row that waits to be written with others. */
export type BatchRow = Omit<AcceptedRow, "stated"> | RejectedRow | LeftOutRow;

/** How often the content of a row without an id has come, now included, where that makes it another call; else 1. */
export type CountOccurrence = (canonicalRow: string) => number;

/** Makes calls of the rows of one file, or says why one cannot be a call. */
export function createRowChecker(
  mapping: ImportMapping,
  countOccurrence: CountOccurrence,
): (row: FileRow, now: Date) => CheckedRow {
  const readCall = createCallReader(mapping);
  return (row, now) => {
    if (row.problem !== null) return rejectRow(row, null, row.problem);
    const reading = readCall(row);
    if ("isLeftOut" in reading) return { line: row.line, isLeftOut: true };
    if ("reason" in reading) return rejectRow(row, reading.field, reading.reason);

    const stated = reading.call;
    stated.id ??= idOfContent(row, countOccurrence);
    const check = checkCall(stated, now);
    if ("checked" in check) return { line: row.line, raw: row.raw, checked: check.checked, stated };

    const [first] = check.errors;
    const path = first?.path ?? "";
    return rejectRow(row, USAGE_FIELDS[path] ?? (path || null), reasonOf(first?.message ?? "", path, stated));
  };
}

/** The same row has the same id in every workspace and every import, so that importing a file again adds nothing. */
function idOfContent(row: FileRow, countOccurrence: CountOccurrence): string {
  const canonical = canonicalRow(row);
  const occurrence = countOccurrence(canonical);
  return `row_${hash("sha256", occurrence === 1 ? canonical : `${canonical}#${occurrence}`, "base64url")}`;
}

/** The names under which a mapping knows the parts of a usage object. */
const USAGE_FIELDS: Partial<Record<string, ImportField>> = {
  "usage.input_tokens": "inputTokens",
  "usage.input_tokens_details.text_tokens": "textInputTokens",
  "usage.input_tokens_details.image_tokens": "imageInputTokens",
  "usage.output_tokens": "outputTokens",
  "usage.output_tokens_details.text_tokens": "textOutputTokens",
  "usage.output_tokens_details.image_tokens": "imageOutputTokens",
};

/** What is wrong, with the value as the mapping made it. */
function reasonOf(message: string, path: string, stated: Record<string, unknown>): string {
  const value = stated[path];
  const isShown = typeof value === "string" || typeof value === "number";
  if (value === undefined && !path.includes("."))
    return "The line says nothing for it, and nothing is assumed";
  return isShown ? `“${String(value).slice(0, 60)}”: ${message}` : message;
}
