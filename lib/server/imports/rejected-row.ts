import "server-only";
import type { FileRow } from "@/lib/imports";

/** A row that did not become a call, with the reason and the line as it was. */
export interface RejectedRow {
  line: number;
  /** Null where the line as a whole is wrong. */
  field: string | null;
  reason: string;
  content: string;
}

/** Enough to mend any line that a person can mend. */
const MAX_CONTENT = 10_000;

export function rejectRow(
  { line, raw }: Pick<FileRow, "line" | "raw">,
  field: string | null,
  reason: string,
): RejectedRow {
  return { line, field, reason: storable(reason), content: storable(raw.slice(0, MAX_CONTENT)) };
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair, which a cut may leave as well. */
function storable(text: string): string {
  return text.replaceAll(/\0|\p{Surrogate}/gu, "\uFFFD");
}
