import { modelFamily } from "./model-family";
import { planPrices, type PricePlan } from "./price-plan";
import type { PlainPrices, PriceCondition, RateCard } from "./rate-card";

/** The prices of a card for the pictures that meet a condition; null is met by all. */
export interface CompiledRule {
  when: PriceCondition | null;
  prices: PlainPrices;
  standard: PricePlan | null;
  batch: PricePlan | null;
}

/** A rate card with its prices read: one rule without a condition, or those of a conditional card in order. */
export interface CompiledCard {
  card: RateCard;
  rules: readonly CompiledRule[];
}

/** Rate cards, ready to price with: by provider, then model, the card to prefer first. */
export type PriceBook = ReadonlyMap<string, ReadonlyMap<string, readonly CompiledCard[]>>;

export interface CardQuery {
  provider: string;
  model: string;
  /** The UTC date of the call, YYYY-MM-DD. */
  on: string;
}

/** Reads every price of the cards once. A price that is negative or no decimal is a RangeError that names its card. */
export function buildPriceBook(cards: readonly RateCard[]): PriceBook {
  const book = new Map<string, Map<string, CompiledCard[]>>();
  for (const card of [...cards].sort(preferredFirst)) {
    const models = book.get(card.provider) ?? new Map<string, CompiledCard[]>();
    book.set(card.provider, models);
    const compiled = models.get(card.model) ?? [];
    models.set(card.model, compiled);
    compiled.push(compile(card));
  }
  return book;
}

function preferredFirst(a: RateCard, b: RateCard): number {
  if (a.origin !== b.origin) return a.origin === "workspace" ? -1 : 1;
  if (a.validFrom !== b.validFrom) return a.validFrom > b.validFrom ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function compile(card: RateCard): CompiledCard {
  try {
    return { card, rules: compileRules(card) };
  } catch (error) {
    throw new RangeError(`Rate card ${card.id} cannot be read`, { cause: error });
  }
}

function compileRules({ prices }: RateCard): CompiledRule[] {
  const { terms } = prices;
  if (prices.scheme !== "conditional") return [compileRule(null, prices, { multiplier: "1", terms })];
  const around = { multiplier: prices.multiplier, terms };
  return prices.rules.map(({ when, prices: plain }) => compileRule(when, plain, around));
}

function compileRule(
  when: PriceCondition | null,
  prices: PlainPrices,
  around: Parameters<typeof planPrices>[1],
): CompiledRule {
  const standard = planPrices(prices, around, false);
  return { when, prices, standard, batch: planPrices(prices, around, true) };
}

/**
 * The card that prices a call of a model on a date: the workspace's own before the catalogue's, then the one that
 * became valid last. A dated snapshot of a model without a card of its own takes the model's.
 */
export function findRateCard(book: PriceBook, query: CardQuery): RateCard | null {
  return findCompiledCard(book, query)?.card ?? null;
}

export function findCompiledCard(book: PriceBook, { provider, model, on }: CardQuery): CompiledCard | null {
  const models = book.get(provider);
  if (!models) return null;
  const found = validOn(models.get(model), on);
  if (found) return found;
  const family = modelFamily(model);
  return family === model ? null : validOn(models.get(family), on);
}

function validOn(cards: readonly CompiledCard[] | undefined, on: string): CompiledCard | null {
  for (const compiled of cards ?? []) {
    const { validFrom, validTo } = compiled.card;
    if (validFrom <= on && (validTo === null || on < validTo)) return compiled;
  }
  return null;
}
