import type { NormalCall } from "./normalise-call";

/** Before this no provider sold images by the request. */
const EARLIEST_MS = Date.UTC(2020, 0, 1);

/** Clocks of callers are wrong by minutes, and zones by hours; more than a day ahead is a mistake. */
const MAX_AHEAD_MS = 86_400_000;

/**
 * What cannot be true of a call although each field by itself is well formed. None when it is plausible. Sizes are
 * not among it: what a provider returned is a fact, whatever its documentation allows.
 */
export function implausibleFields(call: NormalCall, nowMs: number): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  if (call.occurredAtMs < EARLIEST_MS) problems.push({ path: "occurredAt", message: "Before 2020" });
  if (call.occurredAtMs > nowMs + MAX_AHEAD_MS) {
    problems.push({ path: "occurredAt", message: "More than a day in the future" });
  }
  if (call.imagesReturned > call.n) {
    problems.push({ path: "imagesReturned", message: `More than the ${call.n} that were asked for` });
  }
  if (call.imagesAccepted !== null && call.imagesAccepted > call.imagesReturned) {
    problems.push({
      path: "imagesAccepted",
      message: `More than the ${call.imagesReturned} that were returned`,
    });
  }
  if (call.retryOf === call.id) {
    problems.push({ path: "retryOf", message: "A call cannot be a retry of itself" });
  }
  return problems;
}
