import type { ImagePrice, RateCard } from "../rate-card";

const PORTKEY_LIST = "https://github.com/Portkey-AI/models/blob/main/pricing";

interface DallE {
  provider: "openai" | "azure";
  model: "dall-e-2" | "dall-e-3";
  validFrom: string;
  shutdownOn: string | null;
  standard: ImagePrice[];
  notes: string;
}

/**
 * Portkey's files state the price of each size and quality to the cent. LiteLLM's state rounded prices per pixel, which
 * come to $0.019922944 for a dall-e-2 square that costs two cents.
 */
function dallE({ provider, model, validFrom, shutdownOn, standard, notes }: DallE): RateCard {
  return {
    id: `${provider}:${model}:${validFrom}`,
    origin: "catalogue",
    provider,
    model,
    name: `${provider === "openai" ? "OpenAI" : "Azure"} ${model}`,
    validFrom,
    validTo: null,
    sourceUrl: `${PORTKEY_LIST}/${provider === "openai" ? "openai" : "azure-openai"}.json`,
    sourceKind: "third_party",
    checkedOn: "2026-08-21",
    shutdownOn,
    notes,
    prices: { scheme: "per_image", standard, batch: null, multiplier: "1" },
  };
}

const DALL_E_2: ImagePrice[] = [
  { size: "256x256", quality: "any", price: "0.016" },
  { size: "512x512", quality: "any", price: "0.018" },
  { size: "1024x1024", quality: "any", price: "0.02" },
];

const DALL_E_3: ImagePrice[] = [
  { size: "1024x1024", quality: "standard", price: "0.04" },
  { size: "1024x1792", quality: "standard", price: "0.08" },
  { size: "1792x1024", quality: "standard", price: "0.08" },
  { size: "1024x1024", quality: "hd", price: "0.08" },
  { size: "1024x1792", quality: "hd", price: "0.12" },
  { size: "1792x1024", quality: "hd", price: "0.12" },
];

const ENDED = "2026-05-12";
const FROM_RELEASE =
  "List price from Portkey's price files, which carry no dates; it counts from the model's release. No batch prices exist.";
const AZURE_END =
  "List price from Portkey's price files; older calls are not priced with it. Whether Azure still serves the model, and batch prices, are not known.";

export const DALL_E_CARDS: readonly RateCard[] = [
  dallE({
    provider: "openai",
    model: "dall-e-2",
    validFrom: "2022-11-03",
    shutdownOn: ENDED,
    standard: DALL_E_2,
    notes: FROM_RELEASE,
  }),
  dallE({
    provider: "openai",
    model: "dall-e-3",
    validFrom: "2023-11-06",
    shutdownOn: ENDED,
    standard: DALL_E_3,
    notes: FROM_RELEASE,
  }),
  dallE({
    provider: "azure",
    model: "dall-e-3",
    validFrom: "2026-07-24",
    shutdownOn: null,
    standard: DALL_E_3,
    notes: AZURE_END,
  }),
];
