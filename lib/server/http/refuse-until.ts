import "server-only";
import { RequestError } from "./request-error";

/** Refuses a request whose bucket is empty, and says when to try again. Nothing happens when there is nothing to wait for. */
export function refuseUntil(waitSeconds: number): void {
  if (waitSeconds <= 0) return;
  throw new RequestError(
    "too_many_requests",
    `Try again in ${waitSeconds} ${waitSeconds === 1 ? "second" : "seconds"}.`,
    undefined,
    {
      "Retry-After": String(waitSeconds),
    },
  );
}
