import "server-only";
import { priceListSchema, type PriceListSummary } from "@/lib/contracts/price-lists";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { PriceList } from "@/lib/server/generated/prisma/client";

/** Lists as people see them: who brought them, and how much of them is in use. */
export async function presentPriceLists(
  tx: Transaction,
  rows: readonly PriceList[],
): Promise<PriceListSummary[]> {
  const nameOf = await findActorNames(
    tx,
    rows.map(({ createdById }) => createdById),
  );
  const used = await tx.rateCard.groupBy({
    by: ["priceListId"],
    where: { priceListId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  const usedBy = new Map(used.map(({ priceListId, _count }) => [priceListId, _count]));
  return rows.map((row) =>
    priceListSchema.parse({
      id: row.id,
      name: row.name,
      format: row.format,
      sourceUrl: row.sourceUrl,
      checkedOn: row.checkedOn,
      createdAt: row.createdAt.toISOString(),
      createdBy: nameOf(row.createdById),
      statedCards: Array.isArray(row.cards) ? row.cards.length : 0,
      usedCards: usedBy.get(row.id) ?? 0,
      unreadRows: Array.isArray(row.unread) ? row.unread.length : 0,
    }),
  );
}
