import "server-only";
import type { MonthClose as MonthCloseAnswer } from "@/lib/contracts/reports";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { MonthClose } from "@/lib/server/generated/prisma/client";

/** The sums of a month as they are now. */
export interface MonthSums {
  calls: number;
  costNanoUsd: bigint;
}

/** The months that are closed now, with what has come in since: all of them, or one. */
export async function findMonthCloses(
  tx: Transaction,
  workspaceId: string,
  sumsOf: (month: string) => MonthSums | undefined,
  month?: string,
): Promise<Map<string, MonthCloseAnswer>> {
  const rows = await tx.monthClose.findMany({
    where: { workspaceId, reopenedAt: null, ...(month !== undefined && { month }) },
  });
  const nameOf = await findActorNames(
    tx,
    rows.map(({ closedById }) => closedById),
  );
  return new Map(rows.map((row) => [row.month, toAnswer(row, nameOf(row.closedById), sumsOf(row.month))]));
}

/** A month that has no sums has no calls. */
export function toAnswer(row: MonthClose, closedBy: string, now: MonthSums | undefined): MonthCloseAnswer {
  const costNanoUsd = BigInt(row.costNanoUsd.toFixed());
  return {
    closedAt: row.closedAt.toISOString(),
    closedBy,
    calls: Number(row.calls),
    costNanoUsd: String(costNanoUsd),
    unpricedCalls: Number(row.unpricedCalls),
    later: {
      calls: (now?.calls ?? 0) - Number(row.calls),
      costNanoUsd: String((now?.costNanoUsd ?? 0n) - costNanoUsd),
    },
  };
}
