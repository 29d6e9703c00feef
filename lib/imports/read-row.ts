import type { ProviderUsage } from "@/lib/calls";
import type { FileRow } from "./file-row";
import type { FieldRule, ImportField, ImportMapping } from "./mapping";
import { createCellReader } from "./nested-cell";
import { createFieldReader } from "./read-field";
import { createRowFilter } from "./row-condition";

/** A row as a call that is still to be checked; or the field that cannot be read, and why; or a row to be left out. */
export type RowReading =
  { call: Record<string, unknown> } | { field: string; reason: string } | { isLeftOut: true };

const USAGE_FIELDS = new Set<ImportField>([
  "inputTokens",
  "textInputTokens",
  "imageInputTokens",
  "outputTokens",
  "textOutputTokens",
  "imageOutputTokens",
]);

/**
 * Reads the rows of one file by a mapping. Only what is wrong with single cells is found here.
 */
export function createCallReader({
  timeZone,
  only = [],
  fields,
  tags,
}: ImportMapping): (row: FileRow) => RowReading {
  const isWanted = createRowFilter(only);
  const readers = (Object.entries(fields) as [ImportField, FieldRule][]).map(([field, rule]) => ({
    field,
    column: rule.column,
    cellOf: rule.column === null ? () => undefined : createCellReader(rule.column),
    isUsage: USAGE_FIELDS.has(field),
    read: createFieldReader(field, rule, timeZone),
  }));
  const tagReaders = Object.entries(tags).map(([tag, column]) => ({ tag, cellOf: createCellReader(column) }));

  return ({ cells }) => {
    if (!isWanted(cells)) return { isLeftOut: true };
    const call: Record<string, unknown> = {};
    const counts: Partial<Record<ImportField, number>> = {};
    let hasUsage = false;
    for (const { field, column, cellOf, isUsage, read } of readers) {
      const reading = read(cellOf(cells));
      if ("reason" in reading) {
        return { field, reason: column === null ? reading.reason : `${column}: ${reading.reason}` };
      }
      if (reading.value === undefined) continue;
      if (isUsage) counts[field] = reading.value as number;
      else call[field] = reading.value;
      hasUsage ||= isUsage;
    }
    if (hasUsage) call.usage = toProviderUsage(counts);

    const filled: [string, string][] = [];
    for (const { tag, cellOf } of tagReaders) {
      const cell = cellOf(cells)?.trim() ?? "";
      if (cell !== "") filled.push([tag, cell]);
    }
    if (filled.length > 0) call.tags = Object.fromEntries(filled);
    return { call };
  };
}

function toProviderUsage(counts: Partial<Record<ImportField, number>>): ProviderUsage {
  const { inputTokens, textInputTokens, imageInputTokens } = counts;
  const { outputTokens, textOutputTokens, imageOutputTokens } = counts;
  const usage: ProviderUsage = {};
  if (inputTokens !== undefined) usage.input_tokens = inputTokens;
  const input = detailsOf(textInputTokens, imageInputTokens);
  if (input !== null) usage.input_tokens_details = input;
  if (outputTokens !== undefined) usage.output_tokens = outputTokens;
  const output = detailsOf(textOutputTokens, imageOutputTokens);
  if (output !== null) usage.output_tokens_details = output;
  return usage;
}

function detailsOf(
  text: number | undefined,
  image: number | undefined,
): { text_tokens?: number; image_tokens?: number } | null {
  if (text === undefined && image === undefined) return null;
  return {
    ...(text !== undefined && { text_tokens: text }),
    ...(image !== undefined && { image_tokens: image }),
  };
}
