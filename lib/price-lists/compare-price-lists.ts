import { modelFamily, type RateCard } from "@/lib/pricing";
import { cardKey } from "./listed-card";
import { priceMeters } from "./price-meters";
import { samePrice } from "./same-price";

export interface FieldChange {
  label: string;
  /** Null: not stated. */
  before: string | null;
  after: string | null;
}

export interface CardChange<Card extends RateCard = RateCard> {
  /** By which it is chosen: `provider/model`. */
  id: string;
  /** Same: whatever the list states is what is in force. It may leave out prices that are, which the fields name. */
  status: "added" | "changed" | "same";
  card: Card;
  /** The card in force today that the new one would replace. */
  current: Card | null;
  fields: FieldChange[];
}

export interface PriceListDiff<Card extends RateCard = RateCard> {
  changes: CardChange<Card>[];
  /** Cards in force, of providers that the list covers, that it says nothing of. */
  missing: Card[];
}

/**
 * Each card of a list beside the one in force for the same provider and model. The factor of the card in force is among
 * what changes: a list knows nothing of a discount that was agreed.
 */
export function comparePriceLists<Card extends RateCard>(
  inForce: readonly Card[],
  listed: readonly Card[],
): PriceListDiff<Card> {
  const current = finder(inForce);
  const covered = new Set(listed.map(cardKey));
  const providers = new Set(listed.map(({ provider }) => provider));
  return {
    changes: listed.map((card) => compareCard(current(card), card)),
    missing: inForce.filter((card) => providers.has(card.provider) && !covered.has(cardKey(card))),
  };
}

/**
 * What lists leave out and no price is: when a model is shut down, and how many tokens a picture takes. A card takes both
 * from the one in force, so that calls without usage stay priced by the same measure. Prices that a list leaves out are
 * not kept: they would stand under a source that does not state them.
 */
export function keepOmittedFacts(inForce: readonly RateCard[], listed: readonly RateCard[]): RateCard[] {
  const current = finder(inForce);
  return listed.map((card) => {
    const before = current(card);
    if (before === null) return card;
    return { ...keepOutputTokens(before, card), shutdownOn: card.shutdownOn ?? before.shutdownOn };
  });
}

function keepOutputTokens(before: RateCard, card: RateCard): RateCard {
  if (card.prices.scheme !== "tokens" || before.prices.scheme !== "tokens") return card;
  const { outputTokens } = before.prices;
  if (card.prices.outputTokens.kind !== "unknown" || outputTokens.kind === "unknown") return card;
  const said = "The list states no tokens per image; those of the price before are kept.";
  return {
    ...card,
    notes: [...(card.notes === null ? [] : [card.notes]), said].join(" "),
    prices: { ...card.prices, outputTokens },
  };
}

/** A dated snapshot without a card of its own is priced as its model. */
function finder<Card extends RateCard>(inForce: readonly Card[]): (card: RateCard) => Card | null {
  const current = new Map(inForce.map((card) => [cardKey(card), card]));
  return ({ provider, model }) =>
    current.get(cardKey({ provider, model })) ??
    current.get(cardKey({ provider, model: modelFamily(model) })) ??
    null;
}

function compareCard<Card extends RateCard>(current: Card | null, card: Card): CardChange<Card> {
  const id = cardKey(card);
  if (current === null) return { id, status: "added", card, current, fields: [] };
  const fields = changedFields(current, card);
  const isChanged = fields.some(({ after }) => after !== null);
  return { id, status: isChanged ? "changed" : "same", card, current, fields };
}

function changedFields(current: RateCard, card: RateCard): FieldChange[] {
  const before = fieldsOf(current);
  const after = fieldsOf(card);
  const labels = new Map([...before, ...after].map(([id, { label }]) => [id, label]));
  return [...labels].flatMap(([id, label]) => {
    const was = before.get(id)?.value ?? null;
    const is = after.get(id)?.value ?? null;
    const isSame = was === is || (was !== null && is !== null && samePrice(was, is));
    return isSame ? [] : [{ label, before: was, after: is }];
  });
}

const SCHEMES: Record<RateCard["prices"]["scheme"], string> = {
  tokens: "by token",
  per_image: "per image",
  credits: "by credits",
  per_call: "flat per call",
  conditional: "by rule",
};

function fieldsOf(card: RateCard): Map<string, { label: string; value: string }> {
  return new Map([
    ["scheme", { label: "Billed", value: SCHEMES[card.prices.scheme] }],
    ...priceMeters(card).map(({ id, label, value }) => [id, { label, value }] as const),
    ["factor", { label: "Factor", value: card.prices.multiplier }],
    ...(card.shutdownOn === null
      ? []
      : [["shutdown", { label: "Shut down on", value: card.shutdownOn }] as const]),
  ]);
}
