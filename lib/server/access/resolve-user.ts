import "server-only";
import { findSession } from "@/lib/server/auth/find-session";
import type { SignedInUser } from "@/lib/server/auth/signed-in-user";
import { checkOrigin } from "@/lib/server/http/check-origin";
import { RequestError } from "@/lib/server/http/request-error";

/** The signed-in person behind a request. A program is told that its key does not help here. */
export async function resolveUser(request: Request, now: Date): Promise<SignedInUser> {
  if (request.headers.has("authorization")) {
    throw new RequestError("not_allowed", "This address is for signed-in people; an API key cannot use it.");
  }
  const user = await findSession(request.headers, now);
  if (user === null) throw new RequestError("not_signed_in", "There is no session, or it has ended.");
  if (request.method !== "GET" && request.method !== "HEAD") checkOrigin(request);
  return user;
}
