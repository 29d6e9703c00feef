import {
  PLAIN_TERMS,
  type BillingTerms,
  type PlainPrices,
  type PriceCondition,
  type RateCard,
  type TokenRates,
} from "@/lib/pricing";

/** One thing that a card puts a price on. Prices are as the card states them: its factor and currency are meters of their own. */
export interface PriceMeter {
  /** The same for the same thing on any card. */
  id: string;
  label: string;
  unit: "million tokens" | "image" | "call" | "credit" | "credits an image" | null;
  value: string;
}

const TOKEN_LABELS: Record<keyof TokenRates, string> = {
  textInput: "Text input",
  cachedTextInput: "Cached text input",
  imageInput: "Image input",
  cachedImageInput: "Cached image input",
  imageOutput: "Image output",
  textOutput: "Text output",
};

/** Everything that a card puts a price on, in the order in which people read it. */
export function priceMeters({ prices }: RateCard): PriceMeter[] {
  const meters =
    prices.scheme === "conditional"
      ? prices.rules.flatMap(({ when, prices: plain }, index) =>
          plainMeters(plain, `rule ${index + 1}`, `Rule ${index + 1} (${conditionWords(when)}), `),
        )
      : plainMeters(prices, "", "");
  return [...meters, ...termMeters(prices)];
}

function plainMeters(prices: PlainPrices, idPrefix: string, labelPrefix: string): PriceMeter[] {
  const named = (meters: PriceMeter[]) =>
    meters.map((meter) => ({
      ...meter,
      id: idPrefix === "" ? meter.id : `${idPrefix}: ${meter.id}`,
      label: labelPrefix === "" ? meter.label : `${labelPrefix}${meter.label.toLowerCase()}`,
    }));
  switch (prices.scheme) {
    case "tokens":
      return named([
        ...tokenMeters(prices.standard, "", ""),
        ...(prices.batch ? tokenMeters(prices.batch, "batch ", "Batch ") : []),
      ]);
    case "per_image":
      return named([
        ...prices.standard.map((entry) => pictureMeter(entry, false)),
        ...(prices.batch ?? []).map((entry) => pictureMeter(entry, true)),
      ]);
    case "per_call":
      return named([
        { id: "call", label: "A call", unit: "call", value: prices.price },
        ...(prices.batchPrice === null
          ? []
          : [{ id: "batch call", label: "A batch call", unit: "call" as const, value: prices.batchPrice }]),
      ]);
    case "credits":
      return named([
        { id: "credit", label: "One credit", unit: "credit", value: prices.pricePerCredit },
        ...prices.standard.map(({ maxLongEdge, quality, credits }) => ({
          id: `credits ${maxLongEdge} ${quality}`,
          label: `${maxLongEdge === null ? "Any size" : `Up to ${maxLongEdge} px`}, ${qualityWords(quality)}`,
          unit: "credits an image" as const,
          value: credits,
        })),
      ]);
  }
}

function tokenMeters(rates: TokenRates, idPrefix: string, labelPrefix: string): PriceMeter[] {
  return (Object.keys(TOKEN_LABELS) as (keyof TokenRates)[]).flatMap((kind) => {
    const value = rates[kind];
    const label =
      labelPrefix === "" ? TOKEN_LABELS[kind] : `${labelPrefix}${TOKEN_LABELS[kind].toLowerCase()}`;
    return value === null ? [] : [{ id: `${idPrefix}${kind}`, label, unit: "million tokens", value }];
  });
}

function pictureMeter(entry: { size: string; quality: string; price: string }, isBatch: boolean): PriceMeter {
  const { size, quality, price } = entry;
  return {
    id: `${isBatch ? "batch " : ""}picture ${size} ${quality}`,
    label: `${isBatch ? "Batch: " : ""}${size === "any" ? "Any size" : size}, ${qualityWords(quality)}`,
    unit: "image",
    value: price,
  };
}

function qualityWords(quality: string): string {
  return quality === "any" ? "any quality" : quality;
}

function conditionWords({
  sizes,
  orientations,
  minPixels,
  maxPixels,
  qualities,
  formats,
}: PriceCondition): string {
  const words = [
    ...(sizes ?? []),
    ...(orientations ?? []),
    ...(minPixels === null ? [] : [`from ${minPixels} px`]),
    ...(maxPixels === null ? [] : [`up to ${maxPixels} px`]),
    ...(qualities ?? []),
    ...(formats ?? []),
  ];
  return words.length === 0 ? "whatever the picture" : words.join(", ");
}

/**
 * Terms that every card has are given of every card, as those that hold where it states none: a card that states none
 * beside one that does is another price.
 */
function termMeters({ multiplier, terms = PLAIN_TERMS }: RateCard["prices"]): PriceMeter[] {
  const { currency, minimumCharge, partialImage, inputImagePrice, inputBilledPer } = terms;
  const meters: PriceMeter[] = [];
  if (Number(multiplier) !== 1) meters.push({ id: "factor", label: "Factor", unit: null, value: multiplier });
  meters.push({
    id: "currency",
    label: "Currency",
    unit: null,
    value: currency.code === "USD" ? "USD" : `${currency.code} at $${currency.usdPerUnit}`,
  });
  if (minimumCharge !== null) {
    meters.push({ id: "minimum", label: "Least charge", unit: "call", value: minimumCharge });
  }
  if (inputImagePrice !== null) {
    meters.push({ id: "reference", label: "A reference image", unit: "image", value: inputImagePrice });
  }
  meters.push(
    { id: "preview", label: "A preview", unit: null, value: previewWords(partialImage) },
    {
      id: "input",
      label: "Input is billed",
      unit: null,
      value: inputBilledPer === "image" ? "with every image" : "once a request",
    },
  );
  return meters;
}

function previewWords(partialImage: BillingTerms["partialImage"]): string {
  if (partialImage === null) return "nothing";
  return partialImage.kind === "price" ? partialImage.price : `${partialImage.tokens} output tokens`;
}
