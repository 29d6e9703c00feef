import "server-only";
import { refuseUntil } from "@/lib/server/http/refuse-until";
import { TokenBucket } from "@/lib/server/http/token-bucket";

const BURST_REQUESTS = 20_000;
const REQUESTS_PER_SECOND = 2_000;

const requests = new TokenBucket(BURST_REQUESTS, 1000 / REQUESTS_PER_SECOND);

/** Keeps one program in a loop from taking the server away from everybody else. */
export function limitIngest(actorId: string, now: Date): void {
  refuseUntil(requests.take(actorId, now));
}
