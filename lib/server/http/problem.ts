import "server-only";
import { ERRORS, type ErrorCode, type Problem } from "@/lib/contracts/errors";
import type { FieldError } from "./request-error";

export interface ProblemInput {
  code: ErrorCode;
  detail: string;
  requestId: string;
  errors?: readonly FieldError[] | undefined;
  headers?: Readonly<Record<string, string>>;
  /** Further members, which RFC 9457 allows. */
  extensions?: Readonly<Record<string, string>>;
}

/** The one shape in which any request fails: RFC 9457 problem details. */
export function problemResponse({
  code,
  detail,
  requestId,
  errors,
  headers,
  extensions,
}: ProblemInput): Response {
  const { status, title } = ERRORS[code];
  const problem: Problem = {
    type: `urn:pixelcast:error:${code}`,
    title,
    status,
    code,
    detail,
    requestId,
    ...(errors && { errors: [...errors] }),
  };
  return new Response(JSON.stringify({ ...problem, ...extensions }), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "X-Request-Id": requestId,
      // A 401 must name the scheme that would be accepted.
      ...(status === 401 && { "WWW-Authenticate": 'Bearer realm="pixelcast"' }),
      ...headers,
    },
  });
}
