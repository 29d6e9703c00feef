import "server-only";

interface Span {
  provider: string;
  model: string;
  validFrom: string;
  validTo: string | null;
}

/**
 * A workspace's open-ended price ends when its next one of the same provider and model begins. The end is read off the
 * later card and not stored, so that removing that card gives the earlier one its days back.
 */
export function endEarlierCards<Card extends Span>(own: readonly Card[]): Card[] {
  return own.map((card) => ({ ...card, validTo: card.validTo ?? nextStart(own, card) }));
}

/** When the next price of the same provider and model begins; null when none follows. */
export function nextStart(own: readonly Span[], { provider, model, validFrom }: Omit<Span, "validTo">) {
  const later = own
    .filter((card) => card.provider === provider && card.model === model && card.validFrom > validFrom)
    .map((card) => card.validFrom);
  return later.reduce<string | null>((first, date) => (first === null || date < first ? date : first), null);
}
