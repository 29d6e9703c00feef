import type { PlainPrices, RateCardPrices } from "@/lib/pricing";
import { addDays } from "@/lib/time";
import {
  EMPTY_PLAIN,
  EMPTY_RULE,
  emptyPriceForm,
  PLAIN_TERM_VALUES,
  type PlainValues,
  type PricedCard,
  type PriceFormValues,
  type RateValues,
  type TermValues,
} from "./price-form-values";

/** A form that says what a card says, for another price that takes its place from a date on. */
export function formOfCard(card: PricedCard, today: string, from: string | null = null): PriceFormValues {
  const { prices } = card;
  const dayAfter = addDays(card.validFrom, 1);
  const isOwn = card.origin === "workspace";
  return {
    ...emptyPriceForm(today, { provider: card.provider, model: card.model }),
    name: isOwn ? card.name : "",
    // One of the same day would be refused.
    validFrom: from ?? (isOwn && dayAfter > today ? dayAfter : today),
    shutdownOn: card.shutdownOn ?? "",
    sourceUrl: card.sourceUrl ?? "",
    isByRule: prices.scheme === "conditional",
    terms: termsOf(prices),
    ...(prices.scheme === "conditional"
      ? {
          rulesMultiplier: prices.multiplier,
          rules: prices.rules.map(({ when, prices: inner }) => ({
            ...EMPTY_RULE,
            sizes: (when.sizes ?? []).join(", "),
            orientations: when.orientations ?? [],
            minPixels: when.minPixels?.toString() ?? "",
            maxPixels: when.maxPixels?.toString() ?? "",
            qualities: when.qualities ?? [],
            formats: when.formats ?? [],
            prices: plainOf(inner),
          })),
        }
      : { plain: plainOf(prices) }),
  };
}

function plainOf(prices: PlainPrices): PlainValues {
  const base = { ...EMPTY_PLAIN, scheme: prices.scheme, multiplier: prices.multiplier };
  switch (prices.scheme) {
    case "tokens": {
      const { outputTokens } = prices;
      return {
        ...base,
        hasBatch: prices.batch !== null,
        standard: ratesOf(prices.standard),
        batch: prices.batch ? ratesOf(prices.batch) : EMPTY_PLAIN.batch,
        outputKind:
          outputTokens.kind === "table" && outputTokens.isPartial ? "partial_table" : outputTokens.kind,
        ...("entries" in outputTokens && {
          tokenLines: outputTokens.entries.map((entry) => ({
            size: entry.size,
            quality: entry.quality,
            tokens: String(entry.tokens),
            price: "price" in entry ? entry.price : "",
          })),
        }),
      };
    }
    case "per_image":
      return {
        ...base,
        hasBatch: prices.batch !== null,
        images: joined(prices.standard, prices.batch, ({ size, quality }) => `${size} ${quality}`).map(
          ({ standard, batch, entry: { size, quality } }) => ({
            size,
            quality,
            price: standard?.price ?? "",
            batchPrice: batch?.price ?? "",
          }),
        ),
      };
    case "credits":
      return {
        ...base,
        hasBatch: prices.batch !== null,
        pricePerCredit: prices.pricePerCredit,
        autoBilledAs: prices.autoBilledAs ?? "",
        tiers: joined(
          prices.standard,
          prices.batch,
          ({ maxLongEdge, quality }) => `${maxLongEdge} ${quality}`,
        ).map(({ standard, batch, entry: { maxLongEdge, quality } }) => ({
          maxLongEdge: maxLongEdge?.toString() ?? "",
          quality,
          credits: standard?.credits ?? "",
          batchCredits: batch?.credits ?? "",
        })),
      };
    case "per_call":
      return {
        ...base,
        hasBatch: prices.batchPrice !== null,
        callPrice: prices.price,
        callBatchPrice: prices.batchPrice ?? "",
      };
  }
}

function ratesOf(rates: Record<keyof RateValues, string | null>): RateValues {
  return Object.fromEntries(
    Object.entries(rates).map(([kind, price]) => [kind, price ?? ""]),
  ) as unknown as RateValues;
}

/** Two lists as one table, in the order of the first. */
function joined<Entry>(
  standard: readonly Entry[],
  batch: readonly Entry[] | null,
  keyOf: (entry: Entry) => string,
) {
  const inBatch = new Map((batch ?? []).map((entry) => [keyOf(entry), entry]));
  const inStandard = new Map(standard.map((entry) => [keyOf(entry), entry]));
  return [...new Map([...inStandard, ...inBatch].map(([key, entry]) => [key, entry]))].map(
    ([key, entry]) => ({
      entry,
      standard: inStandard.get(key),
      batch: inBatch.get(key),
    }),
  );
}

function termsOf({ terms }: RateCardPrices): TermValues {
  if (!terms) return PLAIN_TERM_VALUES;
  const { currency, minimumCharge, partialImage, inputImagePrice, inputBilledPer } = terms;
  return {
    ...PLAIN_TERM_VALUES,
    code: currency.code,
    usdPerUnit: currency.usdPerUnit,
    minimumCharge: minimumCharge ?? "",
    partialKind: partialImage?.kind ?? "none",
    ...(partialImage?.kind === "tokens" && { partialTokens: String(partialImage.tokens) }),
    ...(partialImage?.kind === "price" && { partialPrice: partialImage.price }),
    inputImagePrice: inputImagePrice ?? "",
    inputBilledPer,
  };
}
