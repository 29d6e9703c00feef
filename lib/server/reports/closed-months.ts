import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** The months of the transaction's workspace that are closed now, from the first to the last of a span of days. */
export async function findClosedMonths(
  tx: Transaction,
  workspaceId: string,
  span?: { from: string; to: string },
): Promise<string[]> {
  const rows = await tx.monthClose.findMany({
    where: {
      workspaceId,
      reopenedAt: null,
      ...(span && { month: { gte: span.from.slice(0, 7), lte: span.to.slice(0, 7) } }),
    },
    select: { month: true },
    orderBy: { month: "asc" },
  });
  return rows.map(({ month }) => month);
}
