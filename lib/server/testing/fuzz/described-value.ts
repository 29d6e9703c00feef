import fc from "fast-check";
import { resolved, type Schema } from "./described-operations";
import { HOSTILE_ADDRESSES, HOSTILE_DATES, HOSTILE_TEXTS } from "./hostile-texts";

/** Draws one value after the other, so that what is drawn may depend on what was. */
export type Draw = fc.GeneratorValue;

export interface Recipe {
  draw: Draw;
  /** How many of a hundred values stay as they are in the sample. */
  keptPercent: number;
  /** Values that mean something here, by the name of the field. */
  known: Readonly<Record<string, readonly unknown[]>>;
}

export function oneOf<T>(draw: Draw, values: readonly T[]): T {
  return values[draw(fc.nat, { max: values.length - 1 })] as T;
}

export function percent(draw: Draw, chance: number): boolean {
  return draw(fc.integer, { min: 1, max: 100 }) <= chance;
}

/**
 * A value as the schema describes it, with the hostile content that it allows. Beginning from a sample, much of it makes
 * sense, and gets further than what is only made of the right types.
 */
export function describedValue(recipe: Recipe, described: Schema, sample?: unknown, name = ""): unknown {
  const { draw, keptPercent } = recipe;
  const schema = resolved(described);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) {
    const fitting = alternatives.filter((each) => sample !== undefined && fits(resolved(each), sample));
    const isKept = fitting.length > 0 && percent(draw, keptPercent);
    return describedValue(
      recipe,
      oneOf(draw, isKept ? fitting : alternatives),
      isKept ? sample : undefined,
      name,
    );
  }
  if (schema.type === "object") return describedObject(recipe, schema, sample);
  if (schema.type === "array") return describedList(recipe, schema, sample);
  if (sample !== undefined && percent(draw, keptPercent)) return sample;
  // A field may be called as something that every object has.
  const known = Object.hasOwn(recipe.known, name) ? recipe.known[name] : undefined;
  if (known !== undefined && percent(draw, 60)) return oneOf(draw, known);
  return describedScalar(draw, schema);
}

function fits(schema: Schema, sample: unknown): boolean {
  if (schema.const !== undefined) return schema.const === sample;
  if (schema.enum) return schema.enum.includes(sample);
  switch (schema.type) {
    case "object":
      return (
        typeof sample === "object" &&
        sample !== null &&
        Object.entries(schema.properties ?? {}).every(
          ([key, inner]) =>
            inner.const === undefined || inner.const === (sample as Record<string, unknown>)[key],
        )
      );
    case "array":
      return Array.isArray(sample);
    case "integer":
    case "number":
      return typeof sample === "number";
    case "null":
      return sample === null;
    default:
      return typeof sample === schema.type;
  }
}

function describedObject(recipe: Recipe, schema: Schema, sample: unknown): object {
  const { draw, keptPercent } = recipe;
  const given = (sample ?? {}) as Record<string, unknown>;
  const entries: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const isRequired = schema.required?.includes(name) === true;
    const isPresent = isRequired || percent(draw, name in given ? Math.max(50, keptPercent) : 15);
    if (isPresent) entries.push([name, describedValue(recipe, inner, given[name], name)]);
  }
  const inner = schema.additionalProperties;
  if (inner !== undefined && inner !== false) {
    const names = Object.keys(given).filter(() => percent(draw, keptPercent));
    if (percent(draw, 20)) names.push(oneOf(draw, HOSTILE_TEXTS));
    for (const name of names) entries.push([name, describedValue(recipe, inner, given[name], name)]);
  }
  return Object.fromEntries(entries);
}

function describedList(recipe: Recipe, schema: Schema, sample: unknown): unknown[] {
  const { draw, keptPercent } = recipe;
  const given = Array.isArray(sample) ? (sample as unknown[]) : [];
  const { minItems: least = 0, maxItems: most = 100 } = schema;
  const length =
    given.length > 0 && percent(draw, keptPercent)
      ? given.length
      : draw(fc.integer, { min: least, max: Math.min(most, least + 3) });
  const inner = schema.items ?? {};
  return Array.from({ length }, (_, index) => describedValue(recipe, inner, given[index]));
}

function describedScalar(draw: Draw, schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return oneOf(draw, schema.enum);
  switch (schema.type) {
    case "null":
      return null;
    case "boolean":
      return draw(fc.boolean);
    case "integer":
      return describedNumber(draw, schema, true);
    case "number":
      return describedNumber(draw, schema, false);
    case "string":
      return describedText(draw, schema);
    default:
      return draw(fc.jsonValue, { maxDepth: 2 });
  }
}

function describedNumber(draw: Draw, schema: Schema, isWhole: boolean): number {
  const { minimum, exclusiveMinimum, maximum = Number.MAX_SAFE_INTEGER } = schema;
  const least =
    minimum ?? (exclusiveMinimum === undefined ? -maximum : exclusiveMinimum + (isWhole ? 1 : 1e-7));
  const whole = draw(fc.integer, { min: Math.ceil(least), max: Math.floor(maximum) });
  const edges = [least, maximum, whole, Math.min(maximum, Math.max(least, 1))];
  const between = Math.min(maximum, Math.max(least, whole + 0.1));
  return oneOf(draw, isWhole ? edges : [...edges, between, Math.min(maximum, Math.max(least, 0.005))]);
}

const patterns = new Map<string, fc.Arbitrary<string>>();

/** Made once for each pattern, because to take a pattern apart takes longer than to draw from it. */
function matching(pattern: string, maxLength: number): fc.Arbitrary<string> {
  const name = `${maxLength} ${pattern}`;
  const known = patterns.get(name) ?? fc.stringMatching(new RegExp(pattern), { maxLength });
  patterns.set(name, known);
  return known;
}

function describedText(draw: Draw, schema: Schema): string {
  const { minLength = 0, maxLength = 10_000, format, pattern } = schema;
  if (format === "date") return oneOf(draw, HOSTILE_DATES);
  if (format === "uri") return oneOf(draw, HOSTILE_ADDRESSES);
  if (pattern !== undefined) return draw(matching, pattern, maxLength);
  const text = oneOf(draw, HOSTILE_TEXTS);
  return percent(draw, 5) ? "x".repeat(maxLength) : text.slice(0, maxLength).padEnd(minLength, "x");
}
