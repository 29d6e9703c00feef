import "server-only";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { prisma } from "./prisma";
import { retryOnConflict } from "./retry-on-conflict";

export type Transaction = Prisma.TransactionClient;

export interface TransactionOptions {
  isolationLevel?: Prisma.TransactionIsolationLevel;
  /** For the transaction and each of its statements. */
  timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const WAIT_FOR_CONNECTION_MS = 10_000;

/**
 * Runs work in a transaction whose row-level security sees what the setting names. The work may run more than once, when
 * it collides with another transaction, so it must have no effect outside the database.
 */
export function runTransaction<T>(
  setting: `app.${string}`,
  value: string,
  work: (transaction: Transaction) => Promise<T>,
  { isolationLevel, timeoutMs = DEFAULT_TIMEOUT_MS }: TransactionOptions = {},
): Promise<T> {
  return retryOnConflict(() =>
    prisma().$transaction(
      async (transaction) => {
        await transaction.$executeRaw`
          SELECT set_config(${setting}, ${value}, true), set_config('statement_timeout', ${String(timeoutMs)}, true)`;
        return work(transaction);
      },
      {
        maxWait: WAIT_FOR_CONNECTION_MS,
        timeout: timeoutMs,
        ...(isolationLevel === undefined ? {} : { isolationLevel }),
      },
    ),
  );
}
