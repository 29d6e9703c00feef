import type { RateCard } from "@/lib/pricing";

/** gpt-image-2 as OpenAI's pricing page lists it, but for what a test says: $5 text in, $8 image in, $30 image out. */
export function priceCard(changes: Partial<RateCard> = {}): RateCard {
  return {
    id: "card_1",
    origin: "catalogue",
    provider: "openai",
    model: "gpt-image-2",
    name: "OpenAI gpt-image-2",
    validFrom: "2026-04-21",
    validTo: null,
    sourceUrl: "https://example.com/pricing",
    sourceKind: "first_party",
    checkedOn: "2026-11-20",
    shutdownOn: null,
    notes: null,
    prices: {
      scheme: "tokens",
      standard: {
        textInput: "5.00",
        cachedTextInput: null,
        imageInput: "8.00",
        cachedImageInput: null,
        imageOutput: "30.00",
        textOutput: null,
      },
      batch: null,
      outputTokens: { kind: "gpt-image-2" },
      multiplier: "1",
    },
    ...changes,
  };
}
