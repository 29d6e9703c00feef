import "server-only";
import type { ZodOpenApiResponsesObject } from "zod-openapi";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { ERRORS, problemSchema, type ErrorCode } from "@/lib/contracts/errors";

/** How a call of the endpoint can fail, one response for each HTTP status. */
export function problemResponses(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codesOf(endpoint)) {
    const { status } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[`${status as 400}`] = {
      description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(" "),
      content: { "application/problem+json": { schema: problemSchema } },
    };
  }
  return responses;
}

function codesOf({ access, method, body, rawBody, params, refusals = [] }: Endpoint): ErrorCode[] {
  const codes: ErrorCode[] = ["invalid_request", "internal", "unavailable"];
  if (access !== "public") {
    codes.push(
      "not_signed_in",
      "api_key_invalid",
      "api_key_expired",
      "api_key_revoked",
      "not_allowed",
      "not_found",
    );
    if (method !== "GET") codes.push("foreign_origin");
  }
  if (params && access === "public") codes.push("not_found");
  if (body ?? rawBody) {
    codes.push("malformed_json", "malformed_encoding", "body_too_large", "unsupported_media_type");
  }
  if (method !== "GET") codes.push("conflict");
  return [...new Set([...codes, ...refusals])];
}
