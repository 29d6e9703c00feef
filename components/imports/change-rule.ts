import type { FieldRule, ImportField, ImportMapping, Translation } from "@/lib/imports";

export const NO_RULE: FieldRule = { column: null, translate: null, assumed: null };

/** A mapping in which one field is read otherwise. A rule that reads and assumes nothing is none. */
export function changeRule(
  mapping: ImportMapping,
  field: ImportField,
  change: Partial<FieldRule>,
): ImportMapping {
  const rule = { ...NO_RULE, ...mapping.fields[field], ...change };
  // What a column's values mean says nothing about another column.
  if ("column" in change && change.column !== mapping.fields[field]?.column && !("translate" in change)) {
    rule.translate = null;
  }
  const { [field]: _before, ...others } = mapping.fields;
  const isNothing = rule.column === null && rule.assumed === null;
  return { ...mapping, fields: isNothing ? others : { ...others, [field]: rule } };
}

/** A translation in a few words, for the line of its field. */
export function translationSummary(translation: Translation): string {
  switch (translation.kind) {
    case "values": {
      const count = Object.keys(translation.values).length;
      return `${count} ${count === 1 ? "value" : "values"} replaced`;
    }
    case "thresholds":
      return `${translation.steps.length + 1} ranges of numbers`;
    case "count":
      return "items of a list counted";
    case "multiply":
      return `multiplied by ${translation.by.toLocaleString("en-US")}`;
  }
}

/** The different values that a column has in the first lines, the empty ones left out. */
export function sampleValues(raw: readonly Readonly<Record<string, string>>[], column: string): string[] {
  return [...new Set(raw.map((cells) => cells[column]?.trim() ?? ""))].filter((value) => value !== "");
}
