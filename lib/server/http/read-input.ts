import "server-only";
import type { z } from "zod";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { fieldErrors } from "./field-errors";
import { readBytes, readJson } from "./read-json";
import { parameterNames, readQuery } from "./read-query";
import { RequestError, type FieldError } from "./request-error";
import { unstorableText } from "./unstorable-text";

export interface RouteContext {
  /** What Next.js found in the address for the bracketed folders. */
  params: Promise<unknown>;
}

export interface Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: z.output<P>;
  query: z.output<Q>;
  /** Undefined where the endpoint reads the body by itself. */
  body: z.output<B>;
}

/**
 * Everything that a request carries, checked against its contract. All the fields that are wrong are named in one
 * answer, wherever they are.
 */
export async function readInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B>,
  request: Request,
  context: RouteContext,
): Promise<Input<P, Q, B>> {
  const names = parameterNames(endpoint.query);
  if (takesWorkspace(endpoint)) names.add("workspace");
  const query = readQuery(new URL(request.url).searchParams, names);
  // Who may enter which workspace was decided before; handlers get it from the actor.
  delete query.values.workspace;

  const errors = [...query.errors];
  const input = {
    params: parse(endpoint.params, await context.params, errors),
    query: parse(endpoint.query, query.values, errors),
    body: endpoint.rawBody ? undefined : parse(endpoint.body, await readBody(endpoint, request), errors),
  };
  if (errors.length > 0) {
    const [first] = errors;
    const detail = first && first.path !== "" ? `${first.path}: ${first.message}.` : `${first?.message}.`;
    throw new RequestError("invalid_request", detail, errors);
  }
  return input as Input<P, Q, B>;
}

/** Whether `?workspace=` belongs to the address. */
export function takesWorkspace({ access }: Pick<Endpoint, "access">): boolean {
  return access !== "public" && access !== "signed_in";
}

async function readBody(endpoint: Endpoint, request: Request): Promise<unknown> {
  if (endpoint.body !== undefined) return readJson(request, endpoint.bodyLimitBytes);
  if (endpoint.method === "GET") return undefined;
  const bytes = await readBytes(request, 1024);
  if (bytes.byteLength > 0) {
    const message = "This address takes no body";
    throw new RequestError("invalid_request", `${message}.`, [{ path: "", message }]);
  }
  return undefined;
}

function parse(schema: z.ZodType | undefined, value: unknown, errors: FieldError[]): unknown {
  if (schema === undefined) return undefined;
  const unstorable = unstorableText(value);
  errors.push(...unstorable);
  if (unstorable.length > 0) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) errors.push(...fieldErrors(parsed.error));
  return parsed.data;
}
