import { setTimeout as sleep } from "node:timers/promises";
import type { EmbeddedDatabase } from "@/lib/server/postgres/open-embedded-database";

const CHECK_MS = 2_000;

/** Starts the database again when it dies, until the signal aborts. Throws when it cannot be had back as it was. */
export async function keepDatabaseRunning(
  database: EmbeddedDatabase,
  report: (message: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    if (!database.isRunning()) {
      report("PostgreSQL has ended unexpectedly; starting it again.");
      const url = await database.restart();
      if (url !== database.url)
        throw new Error("PostgreSQL had to move to another port; start Pixelcast again.");
    }
    await sleep(CHECK_MS, undefined, { signal }).catch(() => undefined);
  }
}
