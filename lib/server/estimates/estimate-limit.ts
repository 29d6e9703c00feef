import "server-only";
import { refuseUntil } from "@/lib/server/http/refuse-until";
import { TokenBucket } from "@/lib/server/http/token-bucket";

/** From one address: a burst that a build script may need, then two requests a second. */
const perAddress = new TokenBucket(120, 500);

/** Counts one request for estimates. An array of a hundred counts once, which is the way to ask for many. */
export function countEstimate(address: string, now: Date): void {
  refuseUntil(perAddress.take(address, now));
}
