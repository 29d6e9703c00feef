import { z } from "zod";

/** Several values of one dimension, as a filter takes them: any of them, or any but them. */
export interface ValueList {
  isExcluded: boolean;
  values: readonly string[];
}

/**
 * "low,high" is any of the two, "!low,high" is neither. A backslash makes the character after it part of the value, so
 * that a name may hold a comma. Null where nothing, or an empty value, is named.
 */
export function parseValueList(text: string): ValueList | null {
  const isExcluded = text.startsWith("!");
  const values = [""];
  const rest = isExcluded ? text.slice(1) : text;
  for (let index = 0; index < rest.length; index++) {
    const character = rest[index] ?? "";
    if (character === ",") values.push("");
    else values[values.length - 1] += character === "\\" ? (rest[++index] ?? "") : character;
  }
  return values.includes("") ? null : { isExcluded, values: [...new Set(values)] };
}

/** The text that parseValueList reads. Null for no values: a filter by none is no filter. */
export function formatValueList({ isExcluded, values }: ValueList): string | null {
  if (values.length === 0) return null;
  return `${isExcluded ? "!" : ""}${values.map(oneValue).join(",")}`;
}

/** A single value as a filter takes it. */
export function oneValue(value: string): string {
  return value.replace(/[\\,]/g, "\\$&").replace(/^!/, "\\!");
}

const MAX_VALUES = 100;

/** A filter's text whose every value is one that the schema takes. */
export function valueListSchema(valueSchema: z.ZodType<string>, description: string) {
  return z
    .string()
    .max(4000)
    .superRefine((text, context) => {
      const list = parseValueList(text);
      if (list === null) return context.addIssue({ code: "custom", message: "A value is missing" });
      if (list.values.length > MAX_VALUES)
        return context.addIssue({ code: "custom", message: `At most ${MAX_VALUES} values` });
      for (const value of list.values) {
        const issue = valueSchema.safeParse(value).error?.issues[0];
        if (issue) context.addIssue({ code: "custom", message: issue.message });
      }
    })
    .meta({
      description: `${description} Several are separated by commas; a leading exclamation mark takes all but them; a backslash stands before a comma that belongs to a value.`,
    });
}
