import "server-only";
import type { z } from "zod";
import { rateCardSchema } from "@/lib/contracts/prices";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { CatalogueRateCard } from "@/lib/server/generated/prisma/client";
import { endEarlierCards } from "./end-earlier-cards";

/** A `RateCard` in the form that the contract gives it. */
export type StoredRateCard = z.output<typeof rateCardSchema>;

/** Every price that a workspace can use in a transaction of its own: the catalogue's and its own. */
export async function loadRateCards(tx: Transaction, workspaceId: string): Promise<StoredRateCard[]> {
  const catalogue = await tx.catalogueRateCard.findMany();
  const own = await tx.rateCard.findMany({ where: { workspaceId } });
  return [
    ...catalogue.map((row) => readRateCard(row, "catalogue")),
    ...endEarlierCards(own).map((row) => readRateCard(row, "workspace")),
  ];
}

/** The table's own columns, such as who entered a card, stay behind. Stored prices are checked as they come back. */
export function readRateCard(row: CatalogueRateCard, origin: StoredRateCard["origin"]): StoredRateCard {
  const { id, provider, model, name, validFrom, validTo, sourceUrl, sourceKind, checkedOn } = row;
  const { shutdownOn, notes, prices } = row;
  return rateCardSchema.parse({
    id,
    origin,
    provider,
    model,
    name,
    validFrom,
    validTo,
    sourceUrl,
    sourceKind,
    checkedOn,
    shutdownOn,
    notes,
    prices,
  });
}
