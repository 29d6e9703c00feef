import type { ImagePrice, RateCard, RateCardPrices } from "../rate-card";
import { FLAT_PRICES } from "./flat-prices";
import { listedCard } from "./listed-card";
import { LISTED_TOKEN_CARDS } from "./listed-token-cards";

const FLAT_NOTE =
  "The list states one price an image and names no size or quality, so it is used for all of them. Batch prices are not known.";
function perImage(standard: ImagePrice[]): RateCardPrices {
  return { scheme: "per_image", standard, batch: null, multiplier: "1" };
}

const FLAT_CARDS = FLAT_PRICES.flatMap(({ provider, source, usdPerImage }) =>
  Object.entries(usdPerImage).map(([model, price]) =>
    listedCard({
      provider,
      model,
      source,
      notes: FLAT_NOTE,
      prices: perImage([{ size: "any", quality: "any", price }]),
    }),
  ),
);

const GOOGLE_PRICES = "https://cloud.google.com/vertex-ai/generative-ai/pricing";

const ENDED_IMAGEN_CARDS = ["gemini", "vertex_ai"].map((provider) =>
  listedCard({
    provider,
    model: "imagen-3.0-generate-002",
    source: GOOGLE_PRICES,
    shutdownOn: "2025-11-10",
    notes: FLAT_NOTE,
    prices: perImage([{ size: "any", quality: "any", price: "0.04" }]),
  }),
);

const BY_STEPS =
  "Bedrock prices by diffusion steps: log a picture of up to 50 steps as standard, one of more as hd. Other sizes and batch are not stated.";

const BEDROCK_CARDS = [
  ...["amazon.nova-canvas-v1:0", "us.amazon.nova-canvas-v1:0"].map((model) =>
    listedCard({
      provider: "bedrock",
      model,
      notes: `${BY_STEPS} More than 50 steps are not priced. The file's rows without a size state the same amount and are not used for other sizes.`,
      prices: perImage([{ size: "1024x1024", quality: "standard", price: "0.06" }]),
    }),
  ),
  listedCard({
    provider: "bedrock",
    model: "stability.stable-diffusion-xl-v1",
    notes: BY_STEPS,
    prices: perImage([
      { size: "1024x1024", quality: "standard", price: "0.04" },
      { size: "1024x1024", quality: "hd", price: "0.08" },
    ]),
  }),
  listedCard({
    provider: "bedrock",
    model: "stability.stable-diffusion-xl-v0",
    notes: BY_STEPS,
    prices: perImage([
      { size: "512x512", quality: "standard", price: "0.018" },
      { size: "512x512", quality: "hd", price: "0.036" },
      { size: "any", quality: "standard", price: "0.036" },
      { size: "any", quality: "hd", price: "0.072" },
    ]),
  }),
];

const RUNWAY_PRICES = "https://docs.dev.runwayml.com/guides/pricing/";

const RUNWAY_CARDS = [
  listedCard({
    provider: "runwayml",
    model: "gen4_image",
    source: RUNWAY_PRICES,
    notes:
      "5 credits for a 720p and 8 for a 1080p image, at $0.01 a credit. What other shapes count as is not stated, so they are not priced. Batch prices are not known.",
    prices: perImage(
      [
        ["1280x720", "0.05"],
        ["720x1280", "0.05"],
        ["1920x1080", "0.08"],
        ["1080x1920", "0.08"],
      ].map(([size = "", price = ""]) => ({ size, quality: "any", price })),
    ),
  }),
  listedCard({
    provider: "runwayml",
    model: "gen4_image_turbo",
    source: RUNWAY_PRICES,
    notes: "2 credits at $0.01 each, at any resolution. Batch prices are not known.",
    prices: perImage([{ size: "any", quality: "any", price: "0.02" }]),
  }),
];

const AIML_GPT_IMAGE_2 = listedCard({
  provider: "aiml",
  model: "openai/gpt-image-2",
  source: "https://docs.aimlapi.com/api-references/image-models/openai/gpt-image-2",
  notes:
    "The list bills this one price whatever the quality, and says itself that it is the host's price for medium. It is used for medium only: what low and high cost there is not stated. Batch prices are not known.",
  prices: perImage([{ size: "any", quality: "medium", price: "0.054" }]),
});

const AIML_DALL_E =
  "The list names no size or quality. Its price is 1.3 times OpenAI's for this one picture, and is used for no other. Batch prices are not known.";

const AIML_DALL_E_CARDS = [
  listedCard({
    provider: "aiml",
    model: "dall-e-2",
    source: "https://docs.aimlapi.com/",
    notes: AIML_DALL_E,
    prices: perImage([{ size: "1024x1024", quality: "any", price: "0.026" }]),
  }),
  listedCard({
    provider: "aiml",
    model: "dall-e-3",
    source: "https://docs.aimlapi.com/",
    notes: AIML_DALL_E,
    prices: perImage([{ size: "1024x1024", quality: "standard", price: "0.052" }]),
  }),
];

/**
 * List prices of other providers' image models. Left out, because no picture's price follows from their rows: nscale's
 * models (per pixel, no size), Fireworks' (a unit like a token that is none), Qwen's on DashScope (no price), the
 * research models that the list keeps among image models, and Azure's dall-e-2 (a price of zero that nobody filled in).
 */
export const LISTED_CARDS: readonly RateCard[] = [
  ...FLAT_CARDS,
  ...ENDED_IMAGEN_CARDS,
  ...BEDROCK_CARDS,
  ...RUNWAY_CARDS,
  AIML_GPT_IMAGE_2,
  ...AIML_DALL_E_CARDS,
  ...LISTED_TOKEN_CARDS,
];
