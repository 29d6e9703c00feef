import type { RateCard } from "@/lib/pricing";

export interface CatalogueGroup {
  provider: string;
  cards: RateCard[];
  /** Whether whoever makes the models says what they cost. */
  isFirstParty: boolean;
}

/**
 * The cards that a search finds, by provider: those with first-party prices first, then by name. Every word of the
 * search must be in the provider, the model or the name.
 */
export function catalogueGroups(cards: readonly RateCard[], search: string): CatalogueGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = cards.filter(({ provider, model, name }) => {
    const text = `${provider} ${model} ${name}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const groups = new Map<string, CatalogueGroup>();
  for (const card of found) {
    const group = groups.get(card.provider) ?? { provider: card.provider, cards: [], isFirstParty: false };
    group.cards.push(card);
    group.isFirstParty ||= card.sourceKind === "first_party";
    groups.set(card.provider, group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(b.isFirstParty) - Number(a.isFirstParty) || a.provider.localeCompare(b.provider, "en"),
  );
}
