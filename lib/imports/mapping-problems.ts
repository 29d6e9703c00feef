import type { FileLayout } from "./file-row";
import type { FieldRule, ImportField, ImportMapping } from "./mapping";
import { mayHaveColumn } from "./nested-cell";

/**
 * What makes a mapping unusable for a file, by the path in the request that carries it. A header names every column of
 * a CSV file; a key that the first JSON lines lack may still come in a later one, unless every call needs it.
 */
export function mappingProblems(
  { fields, tags, only = [] }: ImportMapping,
  { format, columns }: FileLayout,
): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  const known = new Set(columns);
  const need = (path: string, column: string, isRequired: boolean) => {
    if (mayHaveColumn(known, column) || (format === "jsonl" && !isRequired)) return;
    problems.push({ path, message: `The file has no column “${column}”` });
  };

  if (fields.occurredAt?.column == null) {
    problems.push({ path: "mapping.fields.occurredAt", message: "Say which column holds the time" });
  }
  if (!fields.model || (fields.model.column === null && fields.model.assumed === null)) {
    const message = "Say which column holds the model, or which model to assume";
    problems.push({ path: "mapping.fields.model", message });
  }
  for (const [field, rule] of Object.entries(fields) as [ImportField, FieldRule][]) {
    const isRequired = field === "occurredAt" || (field === "model" && rule.assumed === null);
    if (rule.column !== null) need(`mapping.fields.${field}`, rule.column, isRequired);
  }
  only.forEach(({ column }, index) => need(`mapping.only.${index}`, column, false));
  for (const [tag, column] of Object.entries(tags)) need(`mapping.tags.${tag}`, column, false);
  return problems;
}
