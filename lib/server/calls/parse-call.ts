import "server-only";
import { callSchema, type CallInput } from "@/lib/contracts/calls";

const FIELDS = callSchema.shape;
type Field = keyof typeof FIELDS;

const REQUIRED = (Object.keys(FIELDS) as Field[]).filter(
  (field) => !FIELDS[field].safeParse(undefined).success,
);

/** Most fields of a log hold a few values over and over; these are judged once. */
const MAX_KEPT = 1000;

type Primitive = string | number | boolean | null;

/** What the schema makes of values that it took. */
const kept = new Map(Object.keys(FIELDS).map((field) => [field, new Map<Primitive, unknown>()]));

/**
 * What `callSchema` makes of an item, a field at a time and several times faster; null where it may refuse it, be it
 * for one field, a field too many or one too few. An object without rules across its fields is nothing but its fields.
 */
export function parseCall(item: unknown): CallInput | null {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return null;
  const stated = item as Record<string, unknown>;
  const call: Record<string, unknown> = {};
  for (const field of Object.keys(stated)) {
    const known = kept.get(field);
    if (known === undefined) return null;
    const value = stated[field];
    if (value === undefined) continue;
    if (!isPrimitive(value)) {
      const parsed = FIELDS[field as Field].safeParse(value);
      if (!parsed.success) return null;
      call[field] = parsed.data;
      continue;
    }
    const earlier = known.get(value);
    if (earlier !== undefined || (value === null && known.has(null))) {
      call[field] = earlier;
      continue;
    }
    const isToBeKept = known.size < MAX_KEPT;
    const own = isToBeKept ? copyOf(value) : value;
    const parsed = FIELDS[field as Field].safeParse(own);
    if (!parsed.success) return null;
    call[field] = parsed.data;
    if (isToBeKept) known.set(own, parsed.data);
  }
  return REQUIRED.every((field) => call[field] !== undefined) ? (call as CallInput) : null;
}

function isPrimitive(value: unknown): value is Primitive {
  return (
    value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean"
  );
}

/** A text that was cut out of a file keeps all of the file's text in memory; its copy does not. */
function copyOf(value: Primitive): Primitive {
  return typeof value === "string" ? (JSON.parse(JSON.stringify(value)) as string) : value;
}
