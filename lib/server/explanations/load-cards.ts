import "server-only";
import type { RateCard } from "@/lib/pricing";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { endEarlierCards } from "@/lib/server/prices/end-earlier-cards";
import { readRateCard } from "@/lib/server/prices/load-rate-cards";

/** Rate cards by their ids, for naming the prices behind an amount: reading all of them takes longer than the sums. */
export function loadCards(tx: Transaction, ids: readonly string[]): Promise<RateCard[]> {
  return ids.length === 0 ? Promise.resolve([]) : readCards(tx, { id: { in: [...new Set(ids)] } });
}

/** Every rate card of one provider, which is all that its calls can be priced with, each with the end that it has. */
export async function loadProviderCards(tx: Transaction, provider: string): Promise<RateCard[]> {
  const cards = await readCards(tx, { provider });
  const own = cards.filter(({ origin }) => origin === "workspace");
  return [...cards.filter(({ origin }) => origin === "catalogue"), ...endEarlierCards(own)];
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
