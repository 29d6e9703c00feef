import type { ImagePrice, RateCard, TokenRates } from "@/lib/pricing";
import { inUnit, isEntry, readName, readPrice, shown, typeWords, type ListEntry } from "./list-entry";
import { listedCard, picturePrices, tokenPrices } from "./listed-card";
import { requireQuality } from "./priced-by-quality";
import { RowProblem, type PriceListOrigin, type ReadPriceList } from "./price-list";

/** Portkey's prices are in US cents, per token and per image. */
const TO_USD = -2;
const TO_USD_PER_MILLION = TO_USD + 6;

/** Reads the format of Portkey's pricing files: one provider's models, each with nested prices in US cents. */
export function readPortkey(list: ListEntry, provider: string, origin: PriceListOrigin): ReadPriceList {
  const result: ReadPriceList = {
    format: "portkey",
    cards: [],
    alternatives: [],
    unread: [],
    readRows: 0,
    otherRows: 0,
  };
  for (const [model, row] of Object.entries(list)) {
    try {
      const cards = model === "default" ? [] : readModel(provider, model, row, origin);
      const [card, ...alternatives] = cards;
      if (!card) {
        result.otherRows += 1;
        continue;
      }
      result.cards.push(card);
      result.alternatives.push(...alternatives);
      result.readRows += 1;
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      result.unread.push({ row: shown(model), reason: `${error.message}.` });
    }
  }
  return result;
}

/** By token first where both are stated; nothing for a model that makes no pictures. */
function readModel(provider: string, key: string, row: unknown, origin: PriceListOrigin): RateCard[] {
  const config = entryAt(entryOf(row, "It"), "pricing_config");
  const prices = entryAt(config, "pay_as_you_go");
  const imageOutput = tokenPrice(prices, ["response_image_token"]) ?? additionalUnit(prices);
  const pictures = prices.image === undefined ? [] : readPictures(entryOf(prices.image, "“image”"));
  if (imageOutput === null && pictures.length === 0) {
    if (!makesPictures(key, prices)) return [];
    throw new RowProblem(whyNoPrice(prices));
  }
  const { currency } = config;
  if (currency !== undefined && currency !== "USD") {
    throw new RowProblem(`Its currency is ${typeWords(currency)}, and only prices in US cents are read`);
  }
  if (imageOutput === null) for (const { quality } of pictures) requireQuality(key, quality);
  const base = { provider, model: readName(key, "model"), shutdownOn: null };
  const batch = readBatch(config.batch_config);
  const byToken =
    imageOutput === null ? [] : [tokenPrices({ ...readTokens(prices), imageOutput }, batch, null)];
  const byPicture = pictures.length === 0 ? [] : [picturePrices(pictures, null)];
  return [...byToken, ...byPicture].map((each) =>
    listedCard({ ...base, notes: notesOn(each.scheme, pictures), prices: each }, origin),
  );
}

const MAKES_PICTURES = /image|dall-e|imagen|flux|diffusion|recraft|ideogram/i;

function makesPictures(key: string, prices: ListEntry): boolean {
  return prices.image !== undefined || MAKES_PICTURES.test(key);
}

function whyNoPrice(prices: ListEntry): string {
  const known = /token|^image$|^additional_units$|search|audio|video/;
  const unknown = Object.keys(prices).filter((field) => !known.test(field));
  return unknown.length > 0
    ? `It is priced by “${unknown.map(shown).join("”, “")}”, a unit that is not known here`
    : "The list states no price for the pictures that it makes";
}

/** An entry for the quality or size “default” is what Portkey takes when a call names none: never read beside named ones. */
function readPictures(qualities: ListEntry): ImagePrice[] {
  return named(qualities).flatMap(([quality, sizes]) =>
    named(entryOf(sizes, `“image.${shown(quality)}”`)).flatMap(([size, cell]) => {
      const field = `image.${shown(quality)}.${shown(size)}.price`;
      const price = inUnit(readPrice(entryOf(cell, `“${field}”`).price, field), TO_USD, "per image");
      return price === null ? [] : [{ size: readSize(size), quality: readQuality(quality), price }];
    }),
  );
}

function named(entries: ListEntry): [string, unknown][] {
  const all = Object.entries(entries);
  return all.length > 1 ? all.filter(([key]) => key !== "default") : all;
}

function readQuality(quality: string): string {
  if (quality === "default") return "any";
  if (!/^(low|medium|high|xhigh|max|standard|hd|auto)$/.test(quality)) {
    throw new RowProblem(`“${shown(quality)}” is not a quality that is known here`);
  }
  return quality;
}

function readSize(size: string): string {
  if (size === "default") return "any";
  if (!/^(auto|[1-9]\d{1,4}x[1-9]\d{1,4})$/.test(size)) {
    throw new RowProblem(`“${shown(size)}” is not a size that is known here`);
  }
  return size;
}

function readTokens(prices: ListEntry): TokenRates {
  return {
    textInput: tokenPrice(prices, ["request_text_token", "request_token"]),
    cachedTextInput: tokenPrice(prices, [
      "cache_read_text_input_token",
      "cached_text_input_token",
      "cache_read_input_token",
    ]),
    imageInput: tokenPrice(prices, ["request_image_token"]),
    cachedImageInput: tokenPrice(prices, ["cache_read_image_input_token", "cached_image_input_token"]),
    imageOutput: tokenPrice(prices, ["response_image_token"]),
    textOutput: tokenPrice(prices, ["response_text_token", "response_token"]),
  };
}

/** Batch prices of something else than tokens are no batch prices of pictures. */
function readBatch(config: unknown): TokenRates | null {
  if (!isEntry(config)) return null;
  const rates = readTokens(config);
  return Object.values(rates).some((rate) => rate !== null) ? rates : null;
}

/** The first of the fields that states a price, per million tokens. */
function tokenPrice(prices: ListEntry, fields: readonly string[]): string | null {
  for (const field of fields) {
    if (prices[field] === undefined) continue;
    const value = readPrice(entryOf(prices[field], `“${field}”`).price, `${field}.price`);
    if (value !== null) return inUnit(value, TO_USD_PER_MILLION, "per million tokens");
  }
  return null;
}

/** Google's files keep the price of an image output token here. */
function additionalUnit(prices: ListEntry): string | null {
  return isEntry(prices.additional_units) ? tokenPrice(prices.additional_units, ["image_token"]) : null;
}

function notesOn(scheme: string, pictures: readonly ImagePrice[]): string[] {
  if (scheme === "tokens") {
    return pictures.length === 0
      ? []
      : ["The list also states prices per image, which are not used beside those by token."];
  }
  return pictures.some(({ size }) => size === "any") ? ["The list states one price, whatever the size."] : [];
}

function entryAt(entry: ListEntry, field: string): ListEntry {
  return entryOf(entry[field], `“${field}”`);
}

function entryOf(value: unknown, what: string): ListEntry {
  if (!isEntry(value)) throw new RowProblem(`${what} must be an object, and is ${typeWords(value)}`);
  return value;
}
