import "server-only";
import type { PriceListBody } from "@/lib/contracts/price-lists";
import { rateCardSchema } from "@/lib/contracts/prices";
import { rateCardProblems } from "@/lib/contracts/rate-card-problems";
import {
  keepOmittedFacts,
  PriceListProblem,
  readPriceList,
  type ReadPriceList,
  type UnreadRow,
} from "@/lib/price-lists";
import { buildPriceBook, findRateCard, type RateCard } from "@/lib/pricing";
import { RequestError } from "@/lib/server/http/request-error";
import type { StoredRateCard } from "@/lib/server/prices/load-rate-cards";

export interface StatedPrices {
  list: Omit<ReadPriceList, "cards" | "alternatives"> & Record<"cards" | "alternatives", StoredRateCard[]>;
  /** What the workspace's prices are on the day from which the list's are to hold: one card for each provider and model. */
  inForce: StoredRateCard[];
}

/**
 * Reads a list against the prices that a workspace has. A card that could not be saved by hand, because of its sizes, its
 * dates or an amount beyond any price, is an unread row as well.
 */
export function readStatedPrices(body: PriceListBody, cards: readonly StoredRateCard[]): StatedPrices {
  const { name, checkedOn, validFrom } = body;
  const origin = { name, sourceUrl: body.sourceUrl ?? null, checkedOn, validFrom };
  const list = readOrRefuse(body, origin);
  const inForce = cardsInForce(cards, validFrom);
  const unread = [...list.unread];
  return {
    list: {
      ...list,
      cards: keepOmittedFacts(inForce, list.cards).flatMap((card) => storable(card, unread)),
      alternatives: list.alternatives.flatMap((card) => storable(card, [])),
      unread,
    },
    inForce,
  };
}

function readOrRefuse(body: PriceListBody, origin: Parameters<typeof readPriceList>[1]): ReadPriceList {
  const { content, format = null, provider = null } = body;
  try {
    return readPriceList({ content, format, provider }, origin);
  } catch (error) {
    if (!(error instanceof PriceListProblem)) throw error;
    throw new RequestError("invalid_request", `${error.message}.`, [
      { path: error.field, message: error.message },
    ]);
  }
}

function cardsInForce(cards: readonly StoredRateCard[], on: string): StoredRateCard[] {
  const book = buildPriceBook(cards);
  return cards.filter(({ id, provider, model }) => findRateCard(book, { provider, model, on })?.id === id);
}

function storable(card: RateCard, unread: UnreadRow[]): StoredRateCard[] {
  const parsed = rateCardSchema.safeParse(card);
  const problem = parsed.success ? rateCardProblems(card)[0] : parsed.error.issues[0];
  if (parsed.success && problem === undefined) return [parsed.data];
  unread.push({ row: card.id, reason: `${problem?.message ?? "It is no price that can be kept"}.` });
  return [];
}
