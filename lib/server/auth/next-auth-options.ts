import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { currentTime } from "@/lib/server/clock";
import { requireSecret } from "@/lib/server/env";
import { describeError, log } from "@/lib/server/logger";
import { endSession } from "./end-session";
import { findSessionById } from "./find-session";
import { isLocalSignInAllowed, signInLocally } from "./local-sign-in";
import { requestOrigin } from "./request-origin";
import { SESSION_MAX_AGE_SECONDS, sessionCookieName } from "./session-cookie";
import { startSession } from "./start-session";
import { verifyCredentials } from "./verify-credentials";

/** next-auth for one request: its token carries a random session id and nothing else. */
export function nextAuthOptions(headers: Headers): AuthOptions {
  const origin = requestOrigin(headers);
  const isSecure = origin.startsWith("https:");
  const cookie = { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure };
  const prefix = isSecure ? "__Host-" : "";
  return {
    secret: requireSecret(),
    useSecureCookies: isSecure,
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { name: sessionCookieName(isSecure), options: cookie },
      csrfToken: { name: `${prefix}pixelcast.csrf`, options: cookie },
      callbackUrl: { name: `${prefix}pixelcast.callback`, options: cookie },
    },
    providers: [
      CredentialsProvider({
        id: "credentials",
        name: "E-mail and password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials) => verifyCredentials(credentials),
      }),
      CredentialsProvider({
        id: "local",
        name: "This computer",
        credentials: {},
        authorize: async () => (isLocalSignInAllowed(headers) ? signInLocally() : null),
      }),
    ],
    callbacks: {
      async jwt({ token, user, trigger }) {
        return trigger === "signIn" ? { sessionId: await startSession(user.id, currentTime()) } : token;
      },
      async session({ session, token }) {
        const { sessionId } = token;
        const user = typeof sessionId === "string" ? await findSessionById(sessionId, currentTime()) : null;
        return { expires: session.expires, ...(user && { user: { name: user.name, email: user.email } }) };
      },
      redirect({ url }) {
        const target = URL.canParse(url, origin) ? new URL(url, origin) : null;
        return target?.origin === origin ? target.href : origin;
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sessionId === "string") await endSession(token.sessionId);
      },
    },
    logger: {
      error: (code, metadata) => log("error", "auth_error", { code, error: describeError(metadata) }),
      warn: (code) => log("warn", "auth_warning", { code }),
      debug: () => undefined,
    },
  };
}
