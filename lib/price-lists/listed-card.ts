import {
  PLAIN_TERMS,
  type ImagePrice,
  type RateCard,
  type RateCardPrices,
  type TokenRates,
} from "@/lib/pricing";
import { cut } from "./list-entry";
import type { PriceListOrigin } from "./price-list";

/** What a list says of one model in one scheme. */
export interface ListedPrice {
  provider: string;
  model: string;
  shutdownOn: string | null;
  notes: readonly string[];
  prices: RateCardPrices;
}

/** By which people choose a card of a list: a provider's name holds no slash. */
export function cardKey({ provider, model }: { provider: string; model: string }): string {
  return `${provider}/${model}`;
}

/** A card as it would stand in the workspace. Its id is its key until it is kept. */
export function listedCard(listed: ListedPrice, origin: PriceListOrigin): RateCard {
  const { provider, model, shutdownOn, notes, prices } = listed;
  return {
    id: cardKey(listed),
    origin: "workspace",
    provider,
    model,
    name: cut(`${model}, ${origin.name}`, 100),
    validFrom: origin.validFrom,
    validTo: null,
    sourceUrl: origin.sourceUrl,
    sourceKind: "third_party",
    checkedOn: origin.checkedOn,
    shutdownOn,
    notes: notes.length === 0 ? null : cut([...new Set(notes)].join(" "), 1000),
    prices,
  };
}

/** Lists state no tokens per picture: a call without usage has no price until those are known. */
export function tokenPrices(
  standard: TokenRates,
  batch: TokenRates | null,
  inputImagePrice: string | null,
): RateCardPrices {
  return {
    scheme: "tokens",
    standard,
    batch,
    outputTokens: { kind: "unknown" },
    multiplier: "1",
    ...referenceTerms(inputImagePrice),
  };
}

export function picturePrices(standard: ImagePrice[], inputImagePrice: string | null): RateCardPrices {
  return { scheme: "per_image", standard, batch: null, multiplier: "1", ...referenceTerms(inputImagePrice) };
}

function referenceTerms(inputImagePrice: string | null): Pick<RateCardPrices, "terms"> {
  return inputImagePrice === null ? {} : { terms: { ...PLAIN_TERMS, inputImagePrice, partialImage: null } };
}
