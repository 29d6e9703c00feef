import "server-only";
import type { PageReading } from "@/lib/connectors";
import { ConflictExhaustedError } from "@/lib/server/db/retry-on-conflict";
import { isDatabaseUnavailable } from "@/lib/server/http/database-unavailable";
import { RequestError } from "@/lib/server/http/request-error";
import { describeError, log } from "@/lib/server/logger";
import { claimConnector, keepLease, type Lease } from "./claim-connector";
import { commitPage } from "./commit-page";
import { ReadingStopped } from "./reading-stopped";
import { type Progress, sourceOf } from "./connector-row";
import { endByFailure, endSpan } from "./end-reading";
import { readPage, type Source } from "./read-page";
import { SealedCredentialsError } from "./seal-credentials";
import { SourceFailure } from "./source-failure";

export interface RunClock {
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
}

/** How long to wait before a page is asked for again. */
const RETRY_AFTER_MS = [1000, 4000, 15_000];
/** A source that asks for a longer pause is left and taken up again. */
const LONGEST_WAIT_MS = 20_000;

/**
 * Reads a connector that is due to the end of its span, or goes on where a server that died left off. What the source
 * does wrong ends the reading with a reason; a database that does not answer leaves it as it is, to be taken up again.
 */
export async function runConnector(workspaceId: string, id: string, clock: RunClock): Promise<void> {
  const lease = await claimConnector(workspaceId, id, clock.now());
  if (lease === null) return;
  try {
    const last = await readSpan(lease, clock);
    await endSpan(lease, last, clock.now());
  } catch (error) {
    if (error instanceof ReadingStopped) return;
    // It was deleted while a page was on its way.
    if (error instanceof RequestError && error.code === "not_found") return;
    if (isDatabaseUnavailable(error) || error instanceof ConflictExhaustedError) throw error;
    await endByFailure(lease, toFailure(error, id), clock.now());
  }
}

async function readSpan(lease: Lease, clock: RunClock): Promise<Progress> {
  const source = sourceOf(lease.row);
  let progress = lease.progress;
  for (;;) {
    const reading = await readPatiently(source, progress, clock, () => keepLease(lease));
    const next = await commitPage(lease, progress, reading, clock.now());
    if (next === null) return progress;
    progress = next;
  }
}

/** Asks again where that may help soon. */
async function readPatiently(
  source: Source,
  progress: Progress,
  { now, sleep }: RunClock,
  showLife: () => Promise<void>,
): Promise<PageReading> {
  for (let attempt = 0; ; attempt++) {
    await showLife();
    try {
      return await readPage(source, progress, now());
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      const pause = RETRY_AFTER_MS[attempt];
      const mayHelp = error.kind === "unreachable" || error.kind === "slow_down";
      if (!mayHelp || pause === undefined || (error.waitMs ?? 0) > LONGEST_WAIT_MS) throw error;
      await sleep(error.waitMs ?? pause);
    }
  }
}

function toFailure(error: unknown, connectorId: string): SourceFailure {
  if (error instanceof SourceFailure) return error;
  if (error instanceof SealedCredentialsError) {
    return new SourceFailure(
      "refused",
      "The stored key cannot be opened, because the server's secret has changed since. Enter the key again.",
    );
  }
  log("error", "connector_failed", { connectorId, error: describeError(error) });
  return new SourceFailure("unreachable", "Something went wrong on our side. It was logged.");
}
