import type { z } from "zod";
import type { Permission } from "@/lib/access";
import type { ErrorCode } from "./errors";

/** Who may call it: anybody, any signed-in person, or whoever holds a permission in the workspace. */
export type Access = "public" | "signed_in" | Permission;

/** What a request to one address carries and what it answers: handlers, the API description and tests all read this. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With parameters in braces: `/api/v1/scenarios/{scenarioId}`. */
  path: string;
  summary: string;
  access: Access;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Where a body may be larger than the usual megabyte. */
  bodyLimitBytes?: number;
  /** What the API's description shows instead, where the handler checks the items of a body one by one. */
  describedBody?: z.ZodType;
  /** Content types that the handler reads by itself instead of a JSON body, such as NDJSON or a file. */
  rawBody?: readonly string[];
  /** Absent when the answer is a file. */
  answer?: Answer;
  answerType?: string;
  status?: 200 | 201 | 202 | 204;
  /** Why it may refuse a request, besides what any address of its kind may say. */
  refusals?: readonly ErrorCode[];
}

export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  description: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A> {
  return description;
}
