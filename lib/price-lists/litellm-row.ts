import { isDate } from "@/lib/time";
import type { TokenRates } from "@/lib/pricing";
import { pricePerPicture } from "./exact-decimal";
import { inUnit, readName, readPrice, typeWords, type ListEntry } from "./list-entry";
import { litellmProvider, readLitellmKey, type LitellmKey } from "./litellm-key";
import { RowProblem } from "./price-list";
import { requireQuality } from "./priced-by-quality";

/** What one row of the LiteLLM file says about pictures, in US dollars. */
export interface LitellmRow extends LitellmKey {
  key: string;
  provider: string;
  sourceUrl: string | null;
  shutdownOn: string | null;
  tokens: { standard: TokenRates; batch: TokenRates | null } | null;
  perImage: string | null;
  /** The price per image was computed from a price per pixel. */
  isPerPixel: boolean;
  inputImagePrice: string | null;
  notes: string[];
}

/** Prices that the file states and that say nothing about a picture made through an images API. */
const BESIDE_THE_POINT =
  /audio|reasoning|search|cache_creation|cache_read|video|character|query|session|_batches$|_above_|_flex$|_priority$|code_interpreter|file_search|computer_use|vector_store/;

const READ = new Set([
  "input_cost_per_token",
  "output_cost_per_token",
  "input_cost_per_image_token",
  "output_cost_per_image_token",
  "cache_read_input_token_cost",
  "input_cost_per_image",
  "output_cost_per_image",
  "input_cost_per_pixel",
  "output_cost_per_pixel",
  "input_cost_per_token_batches",
  "output_cost_per_token_batches",
  "output_cost_per_image_token_batches",
  "input_cost_per_image_token_batches",
]);

/** Below this, a “price per image” is a price per token that stands in the wrong field. */
const LEAST_PER_IMAGE = 0.0005;

/** Reads one row. What is wrong with it, or why it prices nothing, is a RowProblem. */
export function readLitellmRow(key: string, row: ListEntry): LitellmRow {
  const { litellm_provider: stated } = row;
  if (typeof stated !== "string")
    throw new RowProblem(`“litellm_provider” must be a text, and is ${typeWords(stated)}`);
  const provider = readName(litellmProvider(stated), "provider");
  if (provider.includes("/")) throw new RowProblem("Its provider holds a slash");
  if (/deep-research/.test(key))
    throw new RowProblem("It is a research model that the list keeps among the image models");

  for (const field of READ) readPrice(row[field], field);
  const parsed = readLitellmKey(key, provider);
  const read = {
    key,
    ...parsed,
    model: readName(parsed.model, "model"),
    provider,
    sourceUrl: readSource(row.source),
    shutdownOn: readShutdown(row.deprecation_date),
  };
  const prices = readPrices(row, parsed);
  if (prices.tokens === null && prices.perImage === null) throw new RowProblem(whyNoPrice(row, parsed));
  if (prices.tokens === null && parsed.size === null) requireQuality(parsed.model, parsed.quality);
  const unknown = unknownUnits(row);
  const notes = unknown.map((field) => `The list also prices by “${field}”, which is not read.`);
  return { ...read, ...prices, notes };
}

function readPrices(row: ListEntry, { size }: LitellmKey) {
  const of = (field: string) => readPrice(row[field], field);
  const imageOutput = of("output_cost_per_image_token");
  const isByToken = imageOutput !== null && size === null;
  const outputImage = of("output_cost_per_image");
  const inputImage = of("input_cost_per_image");
  const perPixel = of("input_cost_per_pixel");
  // Where a row knows no other price, its price per input image is that of the picture made: the field's odd use.
  const isForTheResult = outputImage === null && !isByToken;
  const perImage = checkedPerImage(isForTheResult ? inputImage : outputImage);
  const isReference = !isForTheResult && inputImage !== outputImage;
  const isPerPixel = perImage === null && perPixel !== null && !isByToken;
  return {
    tokens: isByToken ? readTokens(of) : null,
    perImage: isPerPixel ? readPerPixel(perPixel, size) : perImage,
    isPerPixel,
    inputImagePrice: isReference ? inUnit(inputImage, 0, "per input image") : null,
  };
}

function checkedPerImage(value: number | null): string | null {
  if (value !== null && value < LEAST_PER_IMAGE) {
    throw new RowProblem(
      `A price of ${value} per image is the size of a price per token, so it is not read as one`,
    );
  }
  return inUnit(value, 0, "per image");
}

function readPerPixel(perPixel: number, size: string | null): string {
  if (size === null || size === "any") {
    throw new RowProblem(
      "It is priced per pixel and its key names no size, so a picture's price is not known",
    );
  }
  const [width = 0, height = 0] = size.split("x").map(Number);
  return pricePerPicture(perPixel, width * height);
}

function readTokens(of: (field: string) => number | null): NonNullable<LitellmRow["tokens"]> {
  const perMillion = (field: string) => inUnit(of(field), 6, "per million tokens");
  const standard: TokenRates = {
    textInput: perMillion("input_cost_per_token"),
    cachedTextInput: perMillion("cache_read_input_token_cost"),
    imageInput: perMillion("input_cost_per_image_token"),
    cachedImageInput: null,
    imageOutput: perMillion("output_cost_per_image_token"),
    textOutput: perMillion("output_cost_per_token"),
  };
  const batch: TokenRates = {
    textInput: perMillion("input_cost_per_token_batches"),
    cachedTextInput: null,
    imageInput: perMillion("input_cost_per_image_token_batches"),
    cachedImageInput: null,
    imageOutput: perMillion("output_cost_per_image_token_batches"),
    textOutput: perMillion("output_cost_per_token_batches"),
  };
  return { standard, batch: Object.values(batch).some((rate) => rate !== null) ? batch : null };
}

/** Fields that look like prices, are above zero, and are in no unit that is understood. */
function unknownUnits(row: ListEntry): string[] {
  return Object.keys(row).filter(
    (field) =>
      /(^|_)(cost|price)(_|$)/.test(field) &&
      !READ.has(field) &&
      !BESIDE_THE_POINT.test(field) &&
      row[field] !== 0 &&
      row[field] !== null,
  );
}

function whyNoPrice(row: ListEntry, { size }: LitellmKey): string {
  const unknown = unknownUnits(row);
  if (unknown.length > 0) return `It is priced by “${unknown.join("”, “")}”, a unit that is not known here`;
  const stated = Object.keys(row).filter((field) => READ.has(field));
  if (stated.length === 0) return "The list states no price for it";
  if (stated.every((field) => row[field] === 0 || row[field] === null)) {
    return "Its only price is zero, which in this list stands for one that nobody filled in, not for free";
  }
  if (size !== null) return "Its key names a size, and its price is by token, which no size changes";
  return "It is priced by a unit like a token, which does not say what a picture costs";
}

function readSource(source: unknown): string | null {
  return typeof source === "string" && /^https?:\/\/\S{1,490}$/.test(source) ? source : null;
}

function readShutdown(date: unknown): string | null {
  if (date === undefined || date === null) return null;
  if (typeof date === "string" && isDate(date)) return date;
  throw new RowProblem(`“deprecation_date” must be a date such as 2026-12-01, and is ${typeWords(date)}`);
}
