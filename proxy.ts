import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/lib/server/http/content-security-policy";

/**
 * Gives each page its content security policy. It decides nothing about who may see what: pages and API handlers ask
 * for themselves, where no rewritten address can get around it.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, { isDevelopment: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  // Next.js finds the nonce in the policy and puts it on its own scripts; components read it from x-nonce.
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  // A page is not told its own address, which the sign-in screen needs to lead back to it.
  headers.set("x-pixelcast-address", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  // Not the API: it has no page to protect, and Next.js would hold every uploaded body in memory for this function.
  matcher: "/((?!api/|_next/static/).*)",
};
