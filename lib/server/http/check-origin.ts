import "server-only";
import { requestOrigin } from "@/lib/server/auth/request-origin";
import { readEnvironment } from "@/lib/server/env";
import { RequestError } from "./request-error";

/**
 * Refuses a write that another site made a browser send with our cookie. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, and on plain-http addresses at least in `Origin`; a request with neither is not from our screens.
 */
export function checkOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isOurs =
    site === null
      ? origin === requestOrigin(request.headers) || origin === readEnvironment().publicOrigin
      : site === "same-origin";
  if (!isOurs) {
    throw new RequestError(
      "foreign_origin",
      "Changes with a session are accepted from Pixelcast's own pages only. Programs send an API key instead.",
    );
  }
}
