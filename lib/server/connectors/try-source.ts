import "server-only";
import { nextSpan } from "@/lib/connectors";
import { RequestError } from "@/lib/server/http/request-error";
import { readPage, type Source } from "./read-page";
import { SourceFailure } from "./source-failure";

const HOUR_MS = 3_600_000;

/** Asks the source for a little, so that a wrong key or address is heard of by whoever enters it. */
export async function trySource(source: Source, now: Date): Promise<void> {
  const span = nextSpan(source.kind, { readThroughMs: null, backfillFromMs: null }, now.getTime());
  try {
    await readPage(source, { ...span, fromMs: Math.max(span.fromMs, now.getTime() - 24 * HOUR_MS) }, now);
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    // It accepted the key, and will be asked again later.
    if (error.kind === "slow_down") return;
    throw new RequestError("source_not_read", error.message);
  }
}
