import type { ImagePrice, RateCard, TokenRates } from "../rate-card";
import { listedCard } from "./listed-card";

type Rates = [
  textInput: string,
  cached: string,
  imageInput: string,
  imageOutput: string,
  textOutput: string | null,
];

function byToken(
  model: string,
  [textInput, cachedTextInput, imageInput, imageOutput, textOutput]: Rates,
): RateCard {
  const standard: TokenRates = {
    textInput,
    cachedTextInput,
    imageInput,
    cachedImageInput: null,
    imageOutput,
    textOutput,
  };
  return listedCard({
    provider: "openai",
    model,
    prices: { scheme: "tokens", standard, batch: null, outputTokens: { kind: "unknown" }, multiplier: "1" },
  });
}

/** For each quality the price of 1024x1024, 1024x1536 and 1536x1024. */
function byPicture(model: string, qualities: Record<string, [string, string, string]>): RateCard {
  const standard = Object.entries(qualities).flatMap(
    ([quality, [square, portrait, landscape]]): ImagePrice[] => [
      { size: "1024x1024", quality, price: square },
      { size: "1024x1536", quality, price: portrait },
      { size: "1536x1024", quality, price: landscape },
    ],
  );
  return listedCard({
    provider: "openai",
    model,
    variant: "pictures",
    prices: { scheme: "per_image", standard, batch: null, multiplier: "1" },
  });
}

/** LiteLLM's dall-e rows times their pixels, which the check takes for the rounding that it is. */
function dallE(model: string, standard: ImagePrice[]): RateCard {
  return listedCard({
    provider: "openai",
    model,
    notes: "Computed from a rounded price per pixel.",
    prices: { scheme: "per_image", standard, batch: null, multiplier: "1" },
  });
}

/**
 * What LiteLLM's list says of models whose prices the catalogue takes from elsewhere. Nothing is priced with these: they
 * are here to be compared. Under “any” stand its rows that name no quality, or “standard”, and carry the price of low.
 */
export const OTHER_LISTINGS: readonly RateCard[] = [
  byToken("gpt-image-2", ["5", "1.25", "8", "30", "10"]),
  byToken("gpt-image-1.5", ["5", "1.25", "8", "32", "10"]),
  byPicture("gpt-image-1.5", {
    low: ["0.009", "0.013", "0.013"],
    medium: ["0.034", "0.05", "0.05"],
    high: ["0.133", "0.2", "0.2"],
    any: ["0.009", "0.013", "0.013"],
  }),
  byToken("chatgpt-image-latest", ["5", "1.25", "10", "40", null]),
  byToken("gpt-image-1", ["5", "1.25", "10", "40", null]),
  byPicture("gpt-image-1", {
    low: ["0.011", "0.016", "0.016"],
    medium: ["0.042", "0.063", "0.063"],
    high: ["0.167", "0.25", "0.25"],
  }),
  byToken("gpt-image-1-mini", ["2", "0.2", "2.5", "8", null]),
  byPicture("gpt-image-1-mini", {
    low: ["0.005", "0.006", "0.006"],
    medium: ["0.011", "0.015", "0.015"],
  }),
  dallE("dall-e-2", [
    { size: "256x256", quality: "any", price: "0.015999959" },
    { size: "512x512", quality: "any", price: "0.017983078" },
    { size: "1024x1024", quality: "any", price: "0.019922944" },
  ]),
  dallE("dall-e-3", [
    { size: "1024x1024", quality: "standard", price: "0.039999924" },
    { size: "1024x1792", quality: "standard", price: "0.079987999" },
    { size: "1792x1024", quality: "standard", price: "0.079987999" },
    { size: "1024x1024", quality: "hd", price: "0.079995863" },
    { size: "1024x1792", quality: "hd", price: "0.119991173" },
    { size: "1792x1024", quality: "hd", price: "0.119991173" },
  ]),
];
