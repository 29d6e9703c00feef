import "server-only";
import { z } from "zod";
import type { DisagreementAnswer } from "@/lib/contracts/price-lists";
import { rateCardSchema } from "@/lib/contracts/prices";
import { findDisagreements, type PriceSource } from "@/lib/price-lists";
import { OTHER_LISTINGS } from "@/lib/pricing/catalogue";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { loadRateCards } from "@/lib/server/prices/load-rate-cards";
import { localDate } from "@/lib/time/zone";

const storedCardsSchema = z.array(rateCardSchema);

/** Where the catalogue, the lists that were brought in and the workspace's own prices contradict each other today. */
export async function listDisagreements(
  workspace: { id: string; timeZone: string },
  now: Date,
): Promise<{ on: string; items: DisagreementAnswer[] }> {
  const on = localDate(now.getTime(), workspace.timeZone);
  const sources = await inWorkspace(workspace.id, (tx) => loadSources(tx, workspace.id));
  return { on, items: findDisagreements(sources, on) };
}

async function loadSources(tx: Transaction, workspaceId: string): Promise<PriceSource[]> {
  const cards = await loadRateCards(tx, workspaceId);
  const own = cards.filter(({ origin }) => origin === "workspace");
  const catalogue = cards.filter(({ origin }) => origin === "catalogue");
  return [
    { name: "Your prices", cards: own, isPricedWith: true },
    { name: "Catalogue", cards: catalogue, isPricedWith: true },
    { name: "LiteLLM, as shipped", cards: OTHER_LISTINGS, isPricedWith: false },
    ...(await loadLists(tx, workspaceId)),
  ];
}

/** Of each list that was brought more than once, the newest. */
async function loadLists(tx: Transaction, workspaceId: string): Promise<PriceSource[]> {
  const rows = await tx.priceList.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    distinct: ["name", "format"],
    take: 20,
  });
  return rows.map(({ name, cards }) => ({
    name,
    cards: storedCardsSchema.parse(cards),
    isPricedWith: false,
  }));
}
