import type { ProviderUsage } from "@/lib/calls";
import type { FileRow } from "./file-row";
import type { FieldRule, ImportField, ImportMapping } from "./mapping";
import { createFieldReader } from "./read-field";

/** A row as a call that is still to be checked; or the field that cannot be read, and why. */
export type RowReading = { call: Record<string, unknown> } | { field: string; reason: string };

const USAGE_FIELDS = new Set<ImportField>([
  "inputTokens",
  "textInputTokens",
  "imageInputTokens",
  "outputTokens",
]);

/**
 * Reads the rows of one file by a mapping. Only what is wrong with single cells is found here.
 */
export function createCallReader({ timeZone, fields, tags }: ImportMapping): (row: FileRow) => RowReading {
  const readers = (Object.entries(fields) as [ImportField, FieldRule][]).map(([field, rule]) => ({
    field,
    column: rule.column,
    isUsage: USAGE_FIELDS.has(field),
    read: createFieldReader(field, rule, timeZone),
  }));
  const tagColumns = Object.entries(tags);

  return ({ cells }) => {
    const call: Record<string, unknown> = {};
    const counts: Partial<Record<ImportField, number>> = {};
    let hasUsage = false;
    for (const { field, column, isUsage, read } of readers) {
      const reading = read(column === null ? undefined : cells.get(column));
      if ("reason" in reading) {
        return { field, reason: column === null ? reading.reason : `${column}: ${reading.reason}` };
      }
      if (reading.value === undefined) continue;
      if (isUsage) counts[field] = reading.value as number;
      else call[field] = reading.value;
      hasUsage ||= isUsage;
    }
    if (hasUsage) call.usage = toProviderUsage(counts);

    const filled = tagColumns.flatMap(([tag, column]): [string, string][] => {
      const cell = cells.get(column)?.trim() ?? "";
      return cell === "" ? [] : [[tag, cell]];
    });
    if (filled.length > 0) call.tags = Object.fromEntries(filled);
    return { call };
  };
}

function toProviderUsage(counts: Partial<Record<ImportField, number>>): ProviderUsage {
  const { inputTokens, textInputTokens, imageInputTokens, outputTokens } = counts;
  const hasDetails = textInputTokens !== undefined || imageInputTokens !== undefined;
  return {
    ...(inputTokens !== undefined && { input_tokens: inputTokens }),
    ...(hasDetails && {
      input_tokens_details: {
        ...(textInputTokens !== undefined && { text_tokens: textInputTokens }),
        ...(imageInputTokens !== undefined && { image_tokens: imageInputTokens }),
      },
    }),
    ...(outputTokens !== undefined && { output_tokens: outputTokens }),
  };
}
