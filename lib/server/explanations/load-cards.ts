import "server-only";
import type { RateCard } from "@/lib/pricing";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { readRateCard } from "@/lib/server/prices/load-rate-cards";

/** Rate cards by their ids, for naming the prices behind an amount: reading all of them takes longer than the sums. */
export function loadCards(tx: Transaction, ids: readonly string[]): Promise<RateCard[]> {
  return ids.length === 0 ? Promise.resolve([]) : readCards(tx, { id: { in: [...new Set(ids)] } });
}

/** Every rate card of one provider, which is all that its calls can be priced with. */
export function loadProviderCards(tx: Transaction, provider: string): Promise<RateCard[]> {
  return readCards(tx, { provider });
}

type Where = Prisma.RateCardWhereInput & Prisma.CatalogueRateCardWhereInput;

async function readCards(tx: Transaction, where: Pick<Where, "id" | "provider">): Promise<RateCard[]> {
  const catalogue = await tx.catalogueRateCard.findMany({ where });
  const own = await tx.rateCard.findMany({ where });
  return [
    ...catalogue.map((row) => readRateCard(row, "catalogue")),
    ...own.map((row) => readRateCard(row, "workspace")),
  ];
}
