import { GPT_IMAGE_1_MINI_OUTPUT, GPT_IMAGE_1_OUTPUT } from "./openai-output-tokens";
import type { OutputTokenSource, RateCard, TokenRates } from "./rate-card";

const CHECKED_ON = "2026-11-23";
const OPENAI_PRICES = "https://developers.openai.com/api/docs/pricing";

/** Text input, its cached rate, image input, its cached rate, image output, text output. */
type PriceRow = [string, string, string, string, string, string | null];

function rates(...row: PriceRow): TokenRates {
  const [textInput, cachedTextInput, imageInput, cachedImageInput, imageOutput, textOutput] = row;
  return { textInput, cachedTextInput, imageInput, cachedImageInput, imageOutput, textOutput };
}

const GPT_IMAGE_2_RATES = rates("5.00", "1.25", "8.00", "2.00", "30.00", null);
const GPT_IMAGE_1_5_RATES = rates("5.00", "1.25", "8.00", "2.00", "32.00", "10.00");
const GPT_IMAGE_1_5_BATCH = rates("2.50", "0.63", "4.00", "1.00", "16.00", "5.00");

interface Listing {
  model: string;
  validFrom: string;
  shutdownOn?: string;
  standard: TokenRates;
  batch: TokenRates | null;
  outputTokens: OutputTokenSource;
  thirdPartySource?: string;
  notes: string;
}

function openAi(listing: Listing): RateCard {
  const { model, validFrom, standard, batch, outputTokens, thirdPartySource } = listing;
  return {
    id: `openai:${model}:${validFrom}`,
    origin: "catalogue",
    provider: "openai",
    model,
    name: `OpenAI ${model}`,
    validFrom,
    validTo: null,
    sourceUrl: thirdPartySource ?? OPENAI_PRICES,
    sourceKind: thirdPartySource === undefined ? "first_party" : "third_party",
    checkedOn: CHECKED_ON,
    shutdownOn: listing.shutdownOn ?? null,
    notes: listing.notes,
    prices: { scheme: "tokens", standard, batch, outputTokens, multiplier: "1" },
  };
}

const NO_TOKENS_BEFORE_THE_CALL =
  "OpenAI states no output tokens per size and quality, so only calls that report their usage are priced. Batch prices are not known.";

/**
 * The prices that ship with the product: OpenAI's image models, each valid from its release. Gateways without a public
 * price, such as WisGate, are not here: a workspace enters its own card.
 */
export const CATALOGUE: RateCard[] = [
  openAi({
    model: "gpt-image-2",
    validFrom: "2026-04-21",
    standard: GPT_IMAGE_2_RATES,
    batch: rates("2.50", "0.625", "4.00", "1.00", "15.00", null),
    outputTokens: { kind: "gpt-image-2" },
    notes:
      "No price for text output is listed. Cached rates apply to the Responses API only. The token formula was read out of OpenAI's calculator.",
  }),
  openAi({
    model: "gpt-image-1.5",
    validFrom: "2025-12-16",
    shutdownOn: "2026-12-01",
    standard: GPT_IMAGE_1_5_RATES,
    batch: GPT_IMAGE_1_5_BATCH,
    outputTokens: GPT_IMAGE_1_OUTPUT,
    notes: "Also bills text output, which a call without usage leaves out.",
  }),
  openAi({
    model: "chatgpt-image-latest",
    validFrom: "2025-12-16",
    shutdownOn: "2026-12-01",
    standard: GPT_IMAGE_1_5_RATES,
    batch: GPT_IMAGE_1_5_BATCH,
    outputTokens: GPT_IMAGE_1_OUTPUT,
    notes: "Priced as gpt-image-1.5, from whose release it counts as valid.",
  }),
  openAi({
    model: "gpt-image-1",
    validFrom: "2025-04-23",
    shutdownOn: "2026-10-23",
    standard: rates("5.00", "1.25", "10.00", "2.50", "40.00", null),
    batch: rates("2.50", "0.63", "5.00", "1.25", "20.00", null),
    outputTokens: GPT_IMAGE_1_OUTPUT,
    notes: "No price for text output is listed.",
  }),
  openAi({
    model: "gpt-image-1-mini",
    validFrom: "2025-10-06",
    shutdownOn: "2026-12-01",
    standard: rates("2.00", "0.20", "2.50", "0.25", "8.00", null),
    batch: rates("1.00", "0.10", "1.25", "0.13", "4.00", null),
    outputTokens: GPT_IMAGE_1_MINI_OUTPUT,
    notes:
      "OpenAI's price per image is not its tokens times its token price. Calls without usage cost the price per image, calls with usage their tokens.",
  }),
  ...["gpt-image-2.5-sunburst", "gpt-image-2.5-flare"].map((model) =>
    openAi({
      model,
      validFrom: "2026-09-08",
      standard: GPT_IMAGE_2_RATES,
      batch: null,
      outputTokens: { kind: "unknown" },
      notes: NO_TOKENS_BEFORE_THE_CALL,
    }),
  ),
  openAi({
    model: "gpt-image-2.6-sunburst",
    validFrom: "2026-11-04",
    standard: GPT_IMAGE_2_RATES,
    batch: null,
    outputTokens: { kind: "unknown" },
    notes: NO_TOKENS_BEFORE_THE_CALL,
  }),
  openAi({
    model: "gpt-image-2.6-flare",
    validFrom: "2026-11-04",
    standard: GPT_IMAGE_2_RATES,
    batch: null,
    outputTokens: { kind: "unknown" },
    thirdPartySource: "https://apidog.com/vi/blog/gpt-image-2-6-api/",
    notes: NO_TOKENS_BEFORE_THE_CALL,
  }),
];
