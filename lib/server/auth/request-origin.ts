import "server-only";
import { readEnvironment } from "@/lib/server/env";

/**
 * The origin that the browser sees. The configured address wins where it names this host; any other name that reaches
 * the server (127.0.0.1 beside localhost, a name on the local network) is taken as it is, so that nothing needs
 * configuring. A browser cannot be made to send a false Host header, and no mail or link to others is built from it.
 */
export function requestOrigin(headers: Headers): string {
  const { publicOrigin } = readEnvironment();
  const host = headers.get("host");
  if (host === null || new URL(publicOrigin).host === host) return publicOrigin;
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https" ? "https" : "http";
  return URL.canParse(`${protocol}://${host}`) ? new URL(`${protocol}://${host}`).origin : publicOrigin;
}

export function isSecureRequest(headers: Headers): boolean {
  return requestOrigin(headers).startsWith("https:");
}
