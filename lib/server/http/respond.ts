import "server-only";
import { randomBytes } from "node:crypto";
import { ERRORS } from "@/lib/contracts/errors";
import { currentTime } from "@/lib/server/clock";
import { describeError, log } from "@/lib/server/logger";
import { isDatabaseUnavailable } from "./database-unavailable";
import { problemResponse } from "./problem";
import { RequestError } from "./request-error";

export interface RequestContext {
  request: Request;
  requestId: string;
  now: Date;
}

/**
 * Runs one request and turns whatever happens into a response. An unknown error is logged under the request's id and
 * answered without its message, which may carry what the caller must not see.
 */
export async function respond(
  request: Request,
  answer: (context: RequestContext) => Promise<Response>,
): Promise<Response> {
  const requestId = `req_${randomBytes(16).toString("base64url")}`;
  try {
    const response = await answer({ request, requestId, now: currentTime() });
    response.headers.set("X-Request-Id", requestId);
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
    return response;
  } catch (error) {
    return failure(request, requestId, error);
  }
}

function failure(request: Request, requestId: string, error: unknown): Response {
  // The query may hold what someone searched for; the path says enough to find the request.
  const where = { requestId, method: request.method, path: new URL(request.url).pathname };
  if (error instanceof RequestError) {
    const { code, detail, errors, headers } = error;
    const { status } = ERRORS[code];
    // Refusals are kept, because a row of them is how an attempt to get in looks.
    if (status === 401 || status === 403 || status === 429)
      log("warn", "request_refused", { ...where, code });
    return problemResponse({ code, detail, requestId, errors, headers });
  }
  if (isDatabaseUnavailable(error)) {
    log("error", "database_unavailable", { ...where, error: describeError(error) });
    return problemResponse({
      code: "unavailable",
      detail: "Try again in a moment.",
      requestId,
      headers: { "Retry-After": "5" },
    });
  }
  log("error", "request_failed", { ...where, error: describeError(error) });
  return problemResponse({
    code: "internal",
    detail: `It was logged as ${requestId}.`,
    requestId,
  });
}
