import { GPT_IMAGE_1_MINI_OUTPUT, GPT_IMAGE_1_OUTPUT } from "../openai-output-tokens";
import type { OutputTokenSource, RateCard, TokenRates } from "../rate-card";

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
  /** OpenAI's own page of the model, where its list of prices does not have it. */
  modelPage?: string;
  thirdPartySource?: string;
  notes: string;
}

function openAi(listing: Listing): RateCard {
  const { model, validFrom, standard, batch, outputTokens, modelPage, thirdPartySource } = listing;
  return {
    id: `openai:${model}:${validFrom}`,
    origin: "catalogue",
    provider: "openai",
    model,
    name: `OpenAI ${model}`,
    validFrom,
    validTo: null,
    sourceUrl: thirdPartySource ?? modelPage ?? OPENAI_PRICES,
    sourceKind: thirdPartySource === undefined ? "first_party" : "third_party",
    checkedOn: CHECKED_ON,
    shutdownOn: listing.shutdownOn ?? null,
    notes: listing.notes,
    prices: { scheme: "tokens", standard, batch, outputTokens, multiplier: "1" },
  };
}

/** Read by a third party in the quality table of sanand0/blog (gpt-image-2.5-flare), at this one size. */
const GPT_IMAGE_2_5_OUTPUT: OutputTokenSource = {
  kind: "table",
  entries: [
    { size: "1024x1024", quality: "low", tokens: 196 },
    { size: "1024x1024", quality: "medium", tokens: 439 },
    { size: "1024x1024", quality: "high", tokens: 1756 },
    { size: "1024x1024", quality: "xhigh", tokens: 3122 },
    { size: "1024x1024", quality: "max", tokens: 7024 },
  ],
};

/** A third party's page, at this one size: as 2.5. Of low and medium it says no more than three to four times those. */
const GPT_IMAGE_2_6_OUTPUT: OutputTokenSource = {
  kind: "table",
  isPartial: true,
  entries: [
    { size: "1024x1024", quality: "high", tokens: 1756 },
    { size: "1024x1024", quality: "xhigh", tokens: 3122 },
    { size: "1024x1024", quality: "max", tokens: 7024 },
  ],
};

const NO_TEXT_OUTPUT = "No price for text output is listed.";
const CACHED_ELSEWHERE = "Cached rates apply to the Responses API only.";
const BATCH_NOT_LISTED = "Batch prices are not known.";
const NO_BATCH = "Batch prices are not known: OpenAI lists none, and third parties disagree.";
const THIRD_PARTY_TOKENS =
  "The output tokens per quality at 1024x1024 come from a third party; OpenAI states none, and for other sizes nobody does, so those are priced from their usage only.";
const THIRD_PARTY_TOKENS_OF_2_6 =
  "The output tokens of high, xhigh and max at 1024x1024 come from a third party (https://docs.laozhang.ai/en/api-capabilities/gpt-image-2-6); OpenAI states none. Those of low and medium, given there only as three to four times those of gpt-image-2.5, and of other sizes are not known, so such calls are priced from their usage only. What GIF and SVG output costs is not known.";

/** OpenAI's GPT Image models, each valid from its release, at the prices of OpenAI's own page. */
export const OPENAI_CARDS: readonly RateCard[] = [
  openAi({
    model: "gpt-image-2",
    validFrom: "2026-04-21",
    standard: GPT_IMAGE_2_RATES,
    batch: rates("2.50", "0.625", "4.00", "1.00", "15.00", null),
    outputTokens: { kind: "gpt-image-2" },
    notes: `${NO_TEXT_OUTPUT} ${CACHED_ELSEWHERE} The token formula was read out of OpenAI's calculator by a third party. Whether the ten per cent for regional endpoints applies, and whether a shutdown is planned, is not known.`,
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
    notes: NO_TEXT_OUTPUT,
  }),
  openAi({
    model: "gpt-image-1-mini",
    validFrom: "2025-10-06",
    shutdownOn: "2026-12-01",
    standard: rates("2.00", "0.20", "2.50", "0.25", "8.00", null),
    batch: rates("1.00", "0.10", "1.25", "0.13", "4.00", null),
    outputTokens: GPT_IMAGE_1_MINI_OUTPUT,
    notes:
      "No price for text output is listed. OpenAI's price per image is not its tokens times its token price. Calls without usage cost the price per image, calls with usage their tokens.",
  }),
  ...["gpt-image-2.5-sunburst", "gpt-image-2.5-flare"].map((model) =>
    openAi({
      model,
      validFrom: "2026-09-08",
      standard: GPT_IMAGE_2_RATES,
      batch: null,
      outputTokens: GPT_IMAGE_2_5_OUTPUT,
      notes: `${NO_TEXT_OUTPUT} ${CACHED_ELSEWHERE} ${THIRD_PARTY_TOKENS} ${NO_BATCH}`,
    }),
  ),
  openAi({
    model: "gpt-image-2.6-sunburst",
    validFrom: "2026-11-04",
    standard: GPT_IMAGE_2_RATES,
    batch: null,
    outputTokens: GPT_IMAGE_2_6_OUTPUT,
    modelPage: "https://developers.openai.com/de-DE/api/docs/models/gpt-image-2.6-sunburst",
    notes: `${NO_TEXT_OUTPUT} ${THIRD_PARTY_TOKENS_OF_2_6} ${BATCH_NOT_LISTED}`,
  }),
  openAi({
    model: "gpt-image-2.6-flare",
    validFrom: "2026-11-04",
    standard: GPT_IMAGE_2_RATES,
    batch: null,
    outputTokens: GPT_IMAGE_2_6_OUTPUT,
    thirdPartySource: "https://apidog.com/vi/blog/gpt-image-2-6-api/",
    notes: `The prices are a third party's. ${NO_TEXT_OUTPUT} ${THIRD_PARTY_TOKENS_OF_2_6} ${BATCH_NOT_LISTED}`,
  }),
];
