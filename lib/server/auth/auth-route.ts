import "server-only";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { clientAddress } from "@/lib/server/http/client-address";
import { problemResponse } from "@/lib/server/http/problem";
import { readBytes } from "@/lib/server/http/read-json";
import { RequestError } from "@/lib/server/http/request-error";
import { respond, type RequestContext } from "@/lib/server/http/respond";
import { endSession } from "./end-session";
import { nextAuthOptions } from "./next-auth-options";
import { requestOrigin } from "./request-origin";
import { readSessionId, sessionCookieName } from "./session-cookie";
import { countSignIn } from "./sign-in-limits";

interface AuthContext {
  params: Promise<{ nextauth: string[] }>;
}

/** What the screens need of next-auth; its other addresses, such as the one that writes to the log, stay closed. */
const ACTIONS = new Set(["csrf", "providers", "session", "signin", "signout", "callback", "error"]);
const BODY_LIMIT_BYTES = 16 * 1024;

/** next-auth behind limits: a small form, few tries, and a new session that ends the browser's old one. */
export function handleAuth(request: NextRequest, context: AuthContext): Promise<Response> {
  return respond(request, async (requestContext) => {
    const [action = "", provider = ""] = (await context.params).nextauth;
    if (!ACTIONS.has(action)) throw new RequestError("not_found", "There is no such address.");
    if (request.method !== "POST") return callNextAuth(request, context);

    const form = await readForm(request);
    const repeated = new NextRequest(request.url, { method: "POST", headers: request.headers, body: form });
    if (action !== "callback") return callNextAuth(repeated, context);
    return signIn(repeated, context, requestContext, provider === "local" ? null : form.get("email"));
  });
}

async function signIn(
  request: NextRequest,
  context: AuthContext,
  { requestId, now }: RequestContext,
  email: string | null,
): Promise<Response> {
  const attempt = email === null ? null : countSignIn(clientAddress(request.headers), normal(email), now);
  if (attempt && attempt.waitSeconds > 0) {
    return problemResponse({
      code: "too_many_requests",
      detail: `Try again in ${attempt.waitSeconds} seconds.`,
      requestId,
      headers: { "Retry-After": String(attempt.waitSeconds) },
      // next-auth's client reads the outcome from an address.
      extensions: { url: `${requestOrigin(request.headers)}/sign-in?error=TooManyRequests` },
    });
  }
  const previousSessionId = await readSessionId(request.headers);
  const response = await callNextAuth(request, context);
  if (startsSession(response)) {
    attempt?.forgive();
    if (previousSessionId !== null) await endSession(previousSessionId);
  }
  return response;
}

async function callNextAuth(request: NextRequest, context: AuthContext): Promise<Response> {
  const response: unknown = await NextAuth(request, context, nextAuthOptions(request.headers));
  if (!(response instanceof Response)) throw new Error("next-auth did not answer with a response.");
  return response;
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new RequestError("unsupported_media_type", "Send the body as application/x-www-form-urlencoded.");
  }
  const form = new URLSearchParams(new TextDecoder().decode(await readBytes(request, BODY_LIMIT_BYTES)));
  // Tries are counted for the e-mail that stands first, and next-auth signs in the one that stands last.
  const names = [...form.keys()];
  if (new Set(names).size < names.length) {
    throw new RequestError("invalid_request", "A field of the form is given more than once.");
  }
  return form;
}

function startsSession(response: Response): boolean {
  const names = [sessionCookieName(true), sessionCookieName(false)];
  return response.headers
    .getSetCookie()
    .some((cookie) => names.some((name) => cookie.startsWith(`${name}=`) && !cookie.startsWith(`${name}=;`)));
}

function normal(email: string): string {
  return email.trim().toLowerCase().slice(0, 254);
}
