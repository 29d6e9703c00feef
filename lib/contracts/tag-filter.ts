import { z } from "zod";
import { formatValueList, parseValueList, type ValueList, valueListSchema } from "./value-list";

/** As many as a table of groups can still be read by; the values that come later are one together. */
export const MAX_TAG_VALUES = 1000;

/** The key of a tag, as calls carry it. */
export const tagKeySchema = z.string().min(1, "Enter the tag").max(64, "At most 64 characters");

/** What a tag makes of calls: those of a value, those of the values that are not told apart, those without the tag. */
export type TagValue = { kind: "value"; value: string } | { kind: "other" } | { kind: "none" };

/**
 * A value as lists and groups name it. "none" and "other" have meanings, and a list takes no empty name, so that values
 * which are one of these are written with an equals sign before them, as is one that begins with it.
 */
export function formatTagValue(tag: TagValue): string {
  if (tag.kind !== "value") return tag.kind;
  const { value } = tag;
  return value === "" || value === "none" || value === "other" || value.startsWith("=") ? `=${value}` : value;
}

export function parseTagValue(text: string): TagValue {
  if (text === "none" || text === "other") return { kind: text };
  return { kind: "value", value: text.startsWith("=") ? text.slice(1) : text };
}

/** What a value is called where people read it. */
export function tagValueLabel(key: string, tag: TagValue): string {
  switch (tag.kind) {
    case "none":
      return `No ${key}`;
    case "other":
      return "Other values";
    case "value":
      return tag.value === "" ? "(empty)" : tag.value;
  }
}

/** One tag's key and the values that calls are chosen by. */
export interface TagFilter {
  key: string;
  /** Each as formatTagValue writes it. */
  list: ValueList;
}

/** "team:growth,design" is any of the two, "team:!none" any at all. A backslash stands before a colon of the key. */
export function parseTagFilter(text: string): TagFilter | null {
  const written = /^((?:[^\\:]|\\.)+):(.+)$/s.exec(text);
  const list = parseValueList(written?.[2] ?? "");
  if (written?.[1] === undefined || list === null) return null;
  return { key: written[1].replace(/\\(.)/gs, "$1"), list };
}

/** The text that parseTagFilter reads. Null for no values: a filter by none is no filter. */
export function formatTagFilter({ key, list }: TagFilter): string | null {
  const values = formatValueList(list);
  return values === null ? null : `${key.replace(/[\\:]/g, "\\$&")}:${values}`;
}

const listSchema = valueListSchema(z.string().max(257), "");

export const tagFilterSchema = z
  .string()
  .max(4200)
  .superRefine((text, context) => {
    const filter = parseTagFilter(text);
    if (filter === null || !tagKeySchema.safeParse(filter.key).success)
      return context.addIssue({
        code: "custom",
        message: "A tracked tag and its values, such as team:growth",
      });
    const issue = listSchema.safeParse(formatValueList(filter.list)).error?.issues[0];
    if (issue) context.addIssue({ code: "custom", message: issue.message });
  })
  .meta({
    description:
      "The key of a tracked tag, a colon and the value: team:growth. Several values are separated by commas; an exclamation mark before the first takes all but them; none is calls without the tag, other those whose value is not told apart. A backslash stands before a colon of the key and a comma of a value; an equals sign before a value that is empty, none or other, or begins with one.",
    example: "team:growth",
  });

/** A tag as a dimension to group by: "tag:team". */
export const tagDimensionSchema = z.templateLiteral(["tag:", tagKeySchema]);
export type TagDimension = z.infer<typeof tagDimensionSchema>;

export function tagDimension(key: string): TagDimension {
  return `tag:${key}`;
}

/** The key of a dimension that is a tag; null for any other. */
export function tagKeyOf(dimension: string | null | undefined): string | null {
  return dimension?.startsWith("tag:") ? dimension.slice("tag:".length) : null;
}

/** What may ask about a tag. */
export interface TagQuestion {
  tag?: string | null | undefined;
  groupBy?: string | null | undefined;
  thenBy?: string | null | undefined;
}

/** The keys of tags that a question is about. Sums are kept for one of them at a time. */
export function askedTagKeys(question: TagQuestion): string[] {
  const filter = question.tag ? parseTagFilter(question.tag) : null;
  const inner = question.groupBy ? question.thenBy : null;
  const keys = [filter?.key ?? null, tagKeyOf(question.groupBy), tagKeyOf(inner)];
  return [...new Set(keys.flatMap((key) => key ?? []))];
}

/** Why a question cannot be answered that is about several tags. Null for any other. */
export function tagProblem(question: TagQuestion): { path: string; message: string } | null {
  const [key, ...others] = askedTagKeys(question);
  if (others.length === 0) return null;
  return {
    path: question.tag ? "tag" : "thenBy",
    message: `One tag at a time: ${key} and ${others.join(", ")} cannot be asked together`,
  };
}
