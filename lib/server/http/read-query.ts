import "server-only";
import { z } from "zod";
import type { FieldError } from "./request-error";

/** The parameters of an address as one object, and the ones that are unknown or given twice. */
export function readQuery(
  searchParams: URLSearchParams,
  known: ReadonlySet<string>,
): { values: Record<string, string>; errors: FieldError[] } {
  const values: Record<string, string> = {};
  const errors: FieldError[] = [];
  for (const name of new Set(searchParams.keys())) {
    const [value = "", ...repeated] = searchParams.getAll(name);
    if (!known.has(name)) errors.push({ path: name, message: "This parameter is not known here" });
    else if (repeated.length > 0)
      errors.push({ path: name, message: "This parameter is given more than once" });
    else values[name] = value;
  }
  return { values, errors };
}

/** The names that a query schema knows. */
export function parameterNames(schema: z.ZodType | undefined): Set<string> {
  if (schema === undefined) return new Set();
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape));
  throw new Error("A query or params schema must be an object, so that unknown names can be refused.");
}
