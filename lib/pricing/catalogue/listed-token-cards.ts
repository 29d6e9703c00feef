import { GPT_IMAGE_1_OUTPUT } from "../openai-output-tokens";
import { PLAIN_TERMS, type OutputTokenSource, type RateCard, type TokenRates } from "../rate-card";
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
const NO_BATCH = "Batch prices are not known.";
const TOKENS_NOT_KNOWN =
  "The tokens of an image are not stated, so only calls that report their usage are priced.";

const GOOGLE_PRICES = "https://cloud.google.com/vertex-ai/generative-ai/pricing";

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

/** Models of other providers that the list prices by token. */
export const LISTED_TOKEN_CARDS: readonly RateCard[] = [
  ...MAI_CARDS,
  ...GEMINI_CARDS,
  ...GEMINI_FLASH_CARDS,
  ...AZURE_CARDS,
];
