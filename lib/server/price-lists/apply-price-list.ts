import "server-only";
import { randomUUID } from "node:crypto";
import type { PriceListBody, PriceListSummary } from "@/lib/contracts/price-lists";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError, type FieldError } from "@/lib/server/http/request-error";
import { holdRateCards } from "@/lib/server/prices/hold-rate-cards";
import { loadRateCards, type StoredRateCard } from "@/lib/server/prices/load-rate-cards";
import { placeCard } from "@/lib/server/prices/place-card";
import { presentPriceLists } from "./present-price-lists";
import { readStatedPrices } from "./read-stated-prices";

/** Two thousand prices at most are written at once. */
const TIMEOUT_MS = 60_000;

/**
 * Keeps a list and makes the chosen of its prices the workspace's own, each from the stated date on. All of them or none:
 * one that cannot stand beside a price that is there already refuses the whole, and is named.
 */
export function applyPriceList(
  actor: Actor,
  { chosen, ...body }: PriceListBody & { chosen: readonly string[] },
): Promise<PriceListSummary> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(
    workspaceId,
    async (tx) => {
      await tx.$executeRaw`SELECT ${holdRateCards(workspaceId)}`;
      const { list } = readStatedPrices(body, await loadRateCards(tx, workspaceId));
      const cards = findChosen(list.cards, chosen);
      await refuseClashes(tx, workspaceId, cards, chosen);
      const row = await tx.priceList.create({
        data: {
          workspaceId,
          id: `plist_${randomUUID()}`,
          name: body.name,
          format: list.format,
          sourceUrl: body.sourceUrl ?? null,
          checkedOn: body.checkedOn,
          cards: JSON.parse(JSON.stringify([...list.cards, ...list.alternatives])) as object[],
          unread: list.unread.map(({ row, reason }) => ({ row, reason })),
          createdById: actor.id,
        },
      });
      const made = cards.map((card) => ({ ...card, id: `rate_${randomUUID()}` }));
      await insertCards(tx, actor, row.id, made);
      await recordAudit(tx, {
        actor,
        action: "price_list.applied",
        subject: `price_list:${row.id}`,
        detail: {
          name: row.name,
          format: row.format,
          sourceUrl: row.sourceUrl,
          validFrom: body.validFrom,
          unreadRows: list.unread.length,
          rateCards: made.map(({ id, provider, model }) => ({ id, provider, model })),
        },
      });
      const [summary] = await presentPriceLists(tx, [row]);
      if (!summary) throw new Error("A price list that was just kept is gone");
      return summary;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

function findChosen(cards: readonly StoredRateCard[], chosen: readonly string[]): StoredRateCard[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const unknown = chosen.flatMap((id, index): FieldError[] =>
    byId.has(id) ? [] : [{ path: `chosen.${index}`, message: "The list states no such price" }],
  );
  if (unknown.length > 0) {
    const what =
      unknown.length === 1 ? "One of the chosen prices is" : `${unknown.length} of the chosen prices are`;
    throw new RequestError("invalid_request", `${what} not in the list.`, unknown);
  }
  const wanted = new Set(chosen);
  return cards.filter(({ id }) => wanted.has(id));
}

/** Dates that clash with a price of the workspace's own, all of them named in one answer. */
async function refuseClashes(
  tx: Transaction,
  workspaceId: string,
  cards: readonly StoredRateCard[],
  chosen: readonly string[],
): Promise<void> {
  const own = await tx.rateCard.findMany({ where: { workspaceId } });
  const clashes = cards.flatMap((card): FieldError[] => {
    try {
      placeCard(own, card);
      return [];
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const message = error.errors?.[0]?.message ?? error.detail;
      return [{ path: `chosen.${chosen.indexOf(card.id)}`, message }];
    }
  });
  const [first] = clashes;
  if (!first) return;
  const more = clashes.length === 1 ? "" : ` So have ${clashes.length - 1} more.`;
  throw new RequestError(
    "already_exists",
    `${first.message}.${more} Choose another date, or leave them out. Nothing was changed.`,
    clashes,
  );
}

async function insertCards(
  tx: Transaction,
  actor: Actor,
  priceListId: string,
  cards: readonly StoredRateCard[],
): Promise<void> {
  await tx.rateCard.createMany({
    data: cards.map((card) => ({
      workspaceId: actor.workspace.id,
      id: card.id,
      provider: card.provider,
      model: card.model,
      name: card.name,
      validFrom: card.validFrom,
      validTo: card.validTo,
      sourceUrl: card.sourceUrl,
      sourceKind: card.sourceKind,
      checkedOn: card.checkedOn,
      shutdownOn: card.shutdownOn,
      notes: card.notes,
      prices: JSON.parse(JSON.stringify(card.prices)) as object,
      priceListId,
      createdById: actor.id,
    })),
  });
}
