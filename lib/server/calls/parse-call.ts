import "server-only";
import { z } from "zod";
import { callSchema, type CallInput } from "@/lib/contracts/calls";
import { isId } from "@/lib/contracts/values";
import { detachText } from "@/lib/imports";

/** What the schema makes of a value, or that it may refuse it. */
type Judge = (value: unknown) => unknown;
const REFUSED = Symbol("refused");

/** Most fields of a log hold a few values over and over; these are judged once. */
const MAX_KEPT = 1000;

const isInstant = z.regexes.datetime({ offset: true });

/** Texts that differ from call to call, told quicker than by the schema, which is asked about whatever else comes. */
const QUICK: Readonly<Record<string, (text: string) => boolean>> = {
  id: isId,
  retryOf: isId,
  occurredAt: (text) => isInstant.test(text),
};

const judgeCall = createObjectJudge(callSchema.shape);

/**
 * What `callSchema` makes of an item, a field at a time and many times faster; null where it may refuse it, be it
 * for one field, a field too many or one too few. An object without rules across its fields is nothing but its fields.
 */
export function parseCall(item: unknown): CallInput | null {
  if (typeof item !== "object" || item === null) return null;
  const judged = judgeCall(item);
  return judged === REFUSED ? null : (judged as CallInput);
}

/** An object of which the schema changes no field is its own result. */
function createObjectJudge(shape: Readonly<Record<string, z.ZodType>>): (value: object) => unknown {
  const fields = Object.entries(shape);
  const judges = new Map(fields.map(([field, schema]) => [field, createJudge(schema, QUICK[field])]));
  const required = fields.flatMap(([field, schema]) => (schema.safeParse(undefined).success ? [] : field));
  return (value) => {
    if (Array.isArray(value)) return REFUSED;
    const stated = value as Record<string, unknown>;
    let changed: Record<string, unknown> | null = null;
    for (const field of Object.keys(stated)) {
      const judge = judges.get(field);
      if (judge === undefined) return REFUSED;
      const member = stated[field];
      if (member === undefined) continue;
      const judged = judge(member);
      if (judged === REFUSED) return REFUSED;
      if (judged !== member) (changed ??= { ...stated })[field] = judged;
    }
    for (const field of required) if (stated[field] === undefined) return REFUSED;
    return changed ?? stated;
  };
}

function createJudge(schema: z.ZodType, isQuick: ((text: string) => boolean) | undefined): Judge {
  const inner = withoutNullish(schema);
  const judgeObject = inner instanceof z.ZodObject ? createObjectJudge(inner.shape) : null;
  const kept = new Map<unknown, unknown>();
  // A number here is a whole one within limits, so that what lies between two that were taken is taken.
  let [least, most] = [Infinity, -Infinity];

  return (value) => {
    if (typeof value === "number" && value >= least && value <= most && Number.isInteger(value)) return value;
    if (typeof value === "object" && value !== null) {
      return judgeObject === null ? judgeBySchema(schema, value) : judgeObject(value);
    }
    if (isQuick !== undefined && typeof value === "string" && isQuick(value)) return value;
    const earlier = kept.get(value);
    if (earlier !== undefined || (value === null && kept.has(null))) return earlier;
    const isToBeKept = kept.size < MAX_KEPT && typeof value !== "number";
    const own = isToBeKept && typeof value === "string" ? detachText(value) : value;
    const judged = judgeBySchema(schema, own);
    if (judged === REFUSED) return REFUSED;
    if (isToBeKept) kept.set(own, judged);
    if (typeof value === "number") [least, most] = [Math.min(least, value), Math.max(most, value)];
    return judged;
  };
}

function judgeBySchema(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : REFUSED;
}

function withoutNullish(schema: z.ZodType): unknown {
  let inner: unknown = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap();
  return inner;
}
