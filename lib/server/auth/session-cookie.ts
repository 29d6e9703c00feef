import "server-only";
import { decode } from "next-auth/jwt";
import { requireSecret } from "@/lib/server/env";
import { isSecureRequest } from "./request-origin";

export const SESSION_MAX_AGE_SECONDS = 7 * 24 * 60 * 60;

/** Over https the prefix makes browsers refuse the cookie from any other host, a subdomain included. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-pixelcast.session" : "pixelcast.session";
}

/** The random session id inside the request's cookie; null when there is none or it was not made here. */
export async function readSessionId(headers: Headers): Promise<string | null> {
  const name = sessionCookieName(isSecureRequest(headers));
  const token = findCookie(headers.get("cookie") ?? "", name);
  if (token === null) return null;
  try {
    const claims = await decode({ token, secret: requireSecret() });
    return typeof claims?.sessionId === "string" ? claims.sessionId : null;
  } catch {
    // Made with another secret, altered, or expired: the same as no cookie.
    return null;
  }
}

function findCookie(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const separator = pair.indexOf("=");
    if (separator !== -1 && pair.slice(0, separator).trim() === name) return pair.slice(separator + 1).trim();
  }
  return null;
}
