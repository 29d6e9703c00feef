import { columnsFor, IMPORT_FIELDS, tagColumns } from "./column-names";
import { FORMATS, OPERATIONS, OUTCOMES, plainValue } from "./known-values";
import type { FieldRule, ImportField, ImportMapping, Translation } from "./mapping";

/** A log with more different values than this in a column has something else in it than outcomes or operations. */
const MAX_VALUES = 40;

/**
 * What the columns of a file probably mean, by their names and by the values in its first rows. A proposal for
 * somebody to look at: nothing is assumed that would set a price.
 */
export function proposeMapping(
  columns: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
  timeZone: string,
): ImportMapping {
  const fields: ImportMapping["fields"] = {};
  const taken = new Set<string>();
  for (const field of IMPORT_FIELDS) {
    for (const column of columnsFor(field, columns)) {
      if (taken.has(column)) continue;
      const rule = proposeRule(field, column, valuesOf(column, rows));
      if (rule === null) continue;
      fields[field] = rule;
      taken.add(column);
      break;
    }
  }
  const tags = Object.fromEntries(
    Object.entries(tagColumns(columns)).filter(([, column]) => !taken.has(column)),
  );
  return { timeZone, fields, tags, repeats: "count_once" };
}

function valuesOf(column: string, rows: readonly ReadonlyMap<string, string>[]): string[] {
  return rows.map((cells) => cells.get(column)?.trim() ?? "").filter((value) => value !== "");
}

function proposeRule(field: ImportField, column: string, values: readonly string[]): FieldRule | null {
  const rule = (translate: Translation | null): FieldRule => ({ column, translate, assumed: null });
  switch (field) {
    case "id":
      return new Set(values).size === values.length ? rule(null) : null;
    case "outcome":
      return values.every(isStatusCode) && values.length > 0
        ? null
        : rule(translation(values, OUTCOMES, "unknown"));
    case "httpStatus":
      // A column of this name holds words as often as codes.
      return column.toLowerCase() !== "status" || values.every(isStatusCode) ? rule(null) : null;
    case "operation": {
      const translate = translation(values, OPERATIONS, null);
      return translate !== null || values.every((value) => value === "generation" || value === "edit")
        ? rule(translate)
        : null;
    }
    case "returnedSize":
      // Columns of these names hold the bytes of the answer as often as the picture's size.
      return values.length > 0 && values.every((value) => /^\d+\s*[x×*]\s*\d+$/i.test(value))
        ? rule(null)
        : null;
    case "outputFormat":
      return values.every((value) => Object.hasOwn(FORMATS, plainValue(value)))
        ? rule(translation(values, FORMATS, null))
        : null;
    case "inputImages":
    case "partialImages":
      // Columns of these names hold addresses of the pictures as often as their number.
      return values.every((value) => /^\d+(\.0)?$/.test(value)) ? rule(null) : null;
    case "latencyMs":
      return rule(
        /(seconds|s)$/i.test(column) && !/ms$/i.test(column) ? { kind: "multiply", by: 1000 } : null,
      );
    default:
      return rule(null);
  }
}

function isStatusCode(value: string): boolean {
  return /^[1-5]\d\d(\.0)?$/.test(value);
}

/** The values as they are spelled in the file, translated; null where the file speaks our words, or none that we know. */
function translation(
  values: readonly string[],
  known: Readonly<Record<string, string>>,
  otherwise: string | null,
): Translation | null {
  const spellings = [...new Set(values)];
  const translated = spellings.flatMap((value): [string, string][] => {
    const plain = plainValue(value);
    const meaning = Object.hasOwn(known, plain) ? known[plain] : undefined;
    return meaning === undefined ? [] : [[value, meaning]];
  });
  const isOurs =
    translated.length === spellings.length && translated.every(([value, meaning]) => value === meaning);
  if (translated.length === 0 || translated.length > MAX_VALUES || isOurs) return null;
  return { kind: "values", values: Object.fromEntries(translated), otherwise };
}
