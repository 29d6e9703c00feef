import { GPT_IMAGE_1_OUTPUT } from "../openai-output-tokens";
import {
  PLAIN_TERMS,
  type ImagePrice,
  type OutputTokenSource,
  type RateCard,
  type RateCardPrices,
  type TokenRates,
} from "../rate-card";
import { FLAT_PRICES } from "./flat-prices";
import { listedCard, type Listed } from "./listed-card";

const NO_RATES: TokenRates = {
  textInput: null,
  cachedTextInput: null,
  imageInput: null,
  cachedImageInput: null,
  imageOutput: null,
  textOutput: null,
};
const NOT_KNOWN: OutputTokenSource = { kind: "unknown" };
const FLAT_NOTE =
  "The list states one price an image, whatever the size and quality; batch prices are not known.";
const NO_BATCH = "Batch prices are not known.";
const TOKENS_NOT_KNOWN =
  "The tokens of an image are not stated, so only calls that report their usage are priced.";

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
  listedCard({
    provider: "bedrock",
    model: "amazon.nova-canvas-v1:0",
    notes: `${BY_STEPS} More than 50 steps are not priced. The file's row without a size states the same amount and is not used for other sizes.`,
    prices: perImage([{ size: "1024x1024", quality: "standard", price: "0.06" }]),
  }),
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

interface ListedTokens extends Omit<Listed, "prices"> {
  standard: Partial<TokenRates>;
  batch?: Partial<TokenRates>;
  outputTokens?: OutputTokenSource;
  inputImagePrice?: string;
}

function byToken({ standard, batch, outputTokens, inputImagePrice, ...listed }: ListedTokens): RateCard {
  return listedCard({
    ...listed,
    prices: {
      scheme: "tokens",
      standard: { ...NO_RATES, ...standard },
      batch: batch ? { ...NO_RATES, ...batch } : null,
      outputTokens: outputTokens ?? NOT_KNOWN,
      multiplier: "1",
      ...(inputImagePrice && { terms: { ...PLAIN_TERMS, partialImage: null, inputImagePrice } }),
    },
  });
}

const MAI_SOURCE =
  "https://techcommunity.microsoft.com/blog/azure-ai-foundry-blog/new-mai-models-in-microsoft-foundry-across-text-image-voice-and-speech/4524632";

const MAI_CARDS = [
  byToken({
    provider: "azure_ai",
    model: "MAI-Image-2.5",
    source: MAI_SOURCE,
    standard: { textInput: "5", imageInput: "8", imageOutput: "47" },
    notes: `${TOKENS_NOT_KNOWN} The list also states $0.05 an image, for a resolution that it does not name. ${NO_BATCH}`,
  }),
  byToken({
    provider: "azure_ai",
    model: "MAI-Image-2.5-Flash",
    source: MAI_SOURCE,
    standard: { textInput: "1.75", imageInput: "1.75", imageOutput: "33" },
    notes: `${TOKENS_NOT_KNOWN} The list also states $0.0338 an image, for a resolution that it does not name. ${NO_BATCH}`,
  }),
  byToken({
    provider: "azure_ai",
    model: "MAI-Image-2e",
    source: "https://aka.ms/mai-image-2e-foundryblog",
    standard: { textInput: "5", imageOutput: "19.5" },
    notes: `${TOKENS_NOT_KNOWN} The list also states $0.02 an image, for a resolution that it does not name. ${NO_BATCH}`,
  }),
];

/** Gemini models take no quality. */
const at = (tokens: number, ...sizes: string[]) => sizes.map((size) => ({ size, quality: "auto", tokens }));

const BATCH_IMAGES = "The batch price of image output is not stated, so batches are not priced.";

const GEMINI_CARDS = ["gemini", "vertex_ai"].flatMap((provider) => [
  byToken({
    provider,
    model: "gemini-2.5-flash-image",
    source: "https://ai.google.dev/gemini-api/docs/pricing#gemini-2.5-flash-image",
    // Google's page: the input price is for text and images, and an image of up to 1024x1024 takes 1,290 tokens.
    standard: {
      textInput: "0.3",
      cachedTextInput: "0.03",
      imageInput: "0.3",
      imageOutput: "30",
      textOutput: "2.5",
    },
    outputTokens: { kind: "table", entries: at(1290, "auto", "1024x1024") },
    notes: `Of an image of up to 1024x1024 the list rounds the price to $0.039. Other sizes are priced from their usage only. ${NO_BATCH}`,
  }),
  ...["gemini-3-pro-image", "gemini-3-pro-image-preview"].map((model) =>
    byToken({
      provider,
      model,
      source: "https://ai.google.dev/gemini-api/docs/pricing#gemini-3-pro-image",
      standard: { textInput: "2", imageOutput: "120", textOutput: "12" },
      batch: { textInput: "1", textOutput: "6" },
      outputTokens: {
        kind: "table",
        entries: [...at(1120, "1024x1024", "2048x2048"), ...at(2000, "4096x4096")],
      },
      inputImagePrice: "0.0011",
      notes: `The list's $0.134 an image holds for 1K and 2K. The tokens of squares are those of pydantic/genai-prices (1K and 2K 1,120, 4K 2,000); other shapes are priced from their usage only. ${BATCH_IMAGES}`,
    }),
  ),
]);

const FLASH_RESOLUTIONS =
  "The list states $0.0672 an image on Vertex AI and $0.045 on the Gemini API: one resolution each, which it does not name.";

const GEMINI_FLASH_CARDS = ["gemini-3.1-flash-image", "gemini-3.1-flash-image-preview"].flatMap((model) => [
  byToken({
    provider: "gemini",
    model,
    source: `https://ai.google.dev/gemini-api/docs/pricing#${model}`,
    standard: { textInput: "0.25", imageOutput: "60", textOutput: "1.5" },
    batch: { textInput: "0.125", textOutput: "0.75" },
    notes: `${TOKENS_NOT_KNOWN} ${FLASH_RESOLUTIONS} ${BATCH_IMAGES}`,
  }),
  byToken({
    provider: "vertex_ai",
    model,
    source: `${GOOGLE_PRICES}#gemini-models`,
    standard: { textInput: "0.5", imageOutput: "60", textOutput: "3" },
    inputImagePrice: "0.00056",
    notes: `${TOKENS_NOT_KNOWN} ${FLASH_RESOLUTIONS} ${NO_BATCH}`,
  }),
]);

const AZURE_TABLE =
  "The output tokens are OpenAI's table for this model. Azure's own price list and batch prices are not known.";

const AZURE_CARDS = [
  byToken({
    provider: "azure",
    model: "gpt-image-2",
    standard: {
      textInput: "5",
      cachedTextInput: "1.25",
      imageInput: "8",
      imageOutput: "30",
      textOutput: "10",
    },
    notes: `${TOKENS_NOT_KNOWN} OpenAI's token formula is not used here: for Azure far higher counts were reported. OpenAI lists no price for text output. ${NO_BATCH}`,
  }),
  byToken({
    provider: "azure",
    model: "gpt-image-1.5",
    standard: { textInput: "5", cachedTextInput: "1.25", imageInput: "8", imageOutput: "32" },
    outputTokens: GPT_IMAGE_1_OUTPUT,
    notes: AZURE_TABLE,
  }),
  byToken({
    provider: "azure",
    model: "gpt-image-1",
    standard: { textInput: "5", cachedTextInput: "1.25", imageInput: "10", imageOutput: "40" },
    outputTokens: GPT_IMAGE_1_OUTPUT,
    notes: `${AZURE_TABLE} The list also states prices per pixel, which come to the same within rounding.`,
  }),
  byToken({
    provider: "azure",
    model: "gpt-image-1-mini",
    standard: { textInput: "2", cachedTextInput: "0.2", imageInput: "2.5", imageOutput: "8" },
    outputTokens: GPT_IMAGE_1_OUTPUT,
    notes: `${AZURE_TABLE} The list's prices per pixel are exactly these tokens times the token price, unlike OpenAI's own price per image.`,
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
  ...MAI_CARDS,
  ...GEMINI_CARDS,
  ...GEMINI_FLASH_CARDS,
  ...AZURE_CARDS,
];
