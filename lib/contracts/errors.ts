import { z } from "zod";

/** Every way a request can fail, in one table: the code that programs match on, the HTTP status and the title. */
export const ERRORS = {
  invalid_request: { status: 400, title: "The request is not valid" },
  malformed_json: { status: 400, title: "The body is not valid JSON" },
  malformed_encoding: { status: 400, title: "The body could not be decoded" },
  not_signed_in: { status: 401, title: "Sign in, or send an API key" },
  api_key_invalid: { status: 401, title: "This API key is not valid" },
  api_key_expired: { status: 401, title: "This API key has expired" },
  api_key_revoked: { status: 401, title: "This API key was revoked" },
  not_allowed: { status: 403, title: "You may not do this" },
  foreign_origin: { status: 403, title: "The request comes from another site" },
  not_found: { status: 404, title: "There is no such thing here" },
  method_not_allowed: { status: 405, title: "This address does not take that method" },
  conflict: { status: 409, title: "Something else changed in the meantime" },
  in_use: { status: 409, title: "It is still in use" },
  last_owner: { status: 409, title: "A workspace keeps at least one owner" },
  overlapping_dates: { status: 409, title: "Its dates overlap another's" },
  month_closed: { status: 409, title: "The month is closed" },
  month_not_over: { status: 409, title: "The month is not over" },
  calls_dropped: { status: 409, title: "The single calls of these days are gone" },
  prices_changed: { status: 409, title: "Prices have changed in the meantime" },
  already_exists: { status: 409, title: "It exists already" },
  body_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "This content type is not understood" },
  source_not_read: { status: 422, title: "The source could not be read" },
  not_priced: { status: 422, title: "There is no price for this" },
  too_many_requests: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "The database does not answer" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details." });

export type Problem = z.infer<typeof problemSchema>;
