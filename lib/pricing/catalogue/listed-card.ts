import type { RateCard, RateCardPrices } from "../rate-card";

/** BerriAI/litellm, MIT licence outside its enterprise folder. */
const LITELLM_LIST = "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json";
const LITELLM_CHECKED_ON = "2026-08-01";
/** The list has no dates of its own: this is the earliest day on which its image rows are known to have read as they do. */
const LITELLM_SEEN_FROM = "2026-07-24";

export interface Listed {
  provider: string;
  model: string;
  /** What the list names as its own source. */
  source?: string | null;
  shutdownOn?: string;
  notes?: string;
  prices: RateCardPrices;
  /** Added to the id, where a model has more than one listing. */
  variant?: string;
}

/** A card of LiteLLM's list: somebody else's statement of a provider's price, and marked as that. */
export function listedCard({
  provider,
  model,
  source,
  shutdownOn,
  notes,
  prices,
  variant,
}: Listed): RateCard {
  const id = ["litellm", provider, model, ...(variant ? [variant] : []), LITELLM_SEEN_FROM];
  return {
    id: id.join(":").replace(/[^A-Za-z0-9_.:-]/g, "."),
    origin: "catalogue",
    provider,
    model,
    name: `${provider} ${model}`,
    validFrom: LITELLM_SEEN_FROM,
    validTo: null,
    sourceUrl: LITELLM_LIST,
    sourceKind: "third_party",
    checkedOn: LITELLM_CHECKED_ON,
    shutdownOn: shutdownOn ?? null,
    notes: [
      `List price from LiteLLM's price file, first seen on ${LITELLM_SEEN_FROM}; older calls are not priced with it.`,
      ...(source ? [`The file names ${source} as its source.`] : []),
      ...(notes ? [notes] : []),
    ].join(" "),
    prices,
  };
}
