import { listPrice } from "./list-price";
import type { Places } from "./places";
import type { PlainValues, PricedCard, RateValues } from "./price-form-values";
import { orNull, wholeOf } from "./read-text";

interface Context {
  cards: readonly PricedCard[];
  model: string;
  places: Places;
  /** The dotted path of these boxes in the form, and of what they make in the body. */
  from: string;
  to: string;
}

/** Prices in one scheme, not yet checked; null where there is no list to multiply. */
export function toPlainPrices(values: PlainValues, context: Context): object | null {
  const { places, from, to } = context;
  const { scheme, multiplier, hasBatch } = values;
  places.set(to, `${from}.scheme`);
  places.set(`${to}.multiplier`, `${from}.multiplier`);
  switch (scheme) {
    case "list": {
      const list = listPrice(context.cards, context.model)?.prices;
      return list?.scheme === "tokens" ? { ...list, multiplier } : null;
    }
    case "tokens":
      places.set(`${to}.standard`, `${from}.standard`);
      places.set(`${to}.batch`, `${from}.batch`);
      return {
        scheme,
        standard: toRates(values.standard),
        batch: hasBatch ? toRates(values.batch) : null,
        outputTokens: toOutputTokens(values, context),
        multiplier,
      };
    case "per_image":
      return {
        scheme,
        ...toLists(values.images, context, "images", {
          standard: ({ size, quality, price }) => ({ size, quality, price }),
          batch: ({ size, quality, batchPrice: price }) => ({ size, quality, price }),
          isInBatch: ({ batchPrice }) => hasBatch && batchPrice !== "",
          isBatchOnly: ({ price }) => price === "",
          batchBox: ["price", "batchPrice"],
        }),
        multiplier,
      };
    case "credits":
      places.set(`${to}.pricePerCredit`, `${from}.pricePerCredit`);
      places.set(`${to}.autoBilledAs`, `${from}.autoBilledAs`);
      return {
        scheme,
        pricePerCredit: values.pricePerCredit,
        ...toLists(values.tiers, context, "tiers", {
          standard: ({ maxLongEdge, quality, credits }) => ({
            maxLongEdge: maxLongEdge.trim() === "" ? null : wholeOf(maxLongEdge),
            quality,
            credits,
          }),
          batch: ({ maxLongEdge, quality, batchCredits: credits }) => ({
            maxLongEdge: maxLongEdge.trim() === "" ? null : wholeOf(maxLongEdge),
            quality,
            credits,
          }),
          isInBatch: ({ batchCredits }) => hasBatch && batchCredits !== "",
          isBatchOnly: ({ credits }) => credits === "",
          batchBox: ["credits", "batchCredits"],
        }),
        autoBilledAs: orNull(values.autoBilledAs),
        multiplier,
      };
    case "per_call":
      places.set(`${to}.price`, `${from}.callPrice`);
      places.set(`${to}.batchPrice`, `${from}.callBatchPrice`);
      return {
        scheme,
        price: values.callPrice,
        batchPrice: hasBatch ? orNull(values.callBatchPrice) : null,
        multiplier,
      };
  }
}

function toRates(rates: RateValues) {
  return Object.fromEntries(Object.entries(rates).map(([kind, price]) => [kind, orNull(price)]));
}

function toOutputTokens({ outputKind: kind, tokenLines }: PlainValues, { places, from, to }: Context) {
  if (kind === "gpt-image-2" || kind === "unknown") return { kind };
  places.set(`${to}.outputTokens`, `${from}.tokenLines.root`);
  places.set(`${to}.outputTokens.entries`, `${from}.tokenLines.root`);
  return {
    ...(kind === "partial_table" ? { kind: "table", isPartial: true } : { kind }),
    entries: tokenLines.map(({ size, quality, tokens, price }, index) => {
      places.set(`${to}.outputTokens.entries.${index}`, `${from}.tokenLines.${index}`);
      const entry = { size: size.trim(), quality, tokens: wholeOf(tokens) };
      return kind === "priced_table" ? { ...entry, price } : entry;
    }),
  };
}

interface Columns<Line> {
  standard: (line: Line) => object;
  batch: (line: Line) => object;
  isInBatch: (line: Line) => boolean;
  /** Without a standard price; the line is then in no list but the batch's, if it has a price there. */
  isBatchOnly: (line: Line) => boolean;
  /** The box of the body's entry, and the one of the form that fills it in the batch. */
  batchBox: [string, string];
}

/** One table of the form makes two lists: a line may have a standard price, a batch price or both. */
function toLists<Line extends { quality: string }>(
  lines: readonly Line[],
  { places, from, to }: Context,
  name: "images" | "tiers",
  columns: Columns<Line>,
) {
  const standard: object[] = [];
  const batch: object[] = [];
  places.set(`${to}.standard`, `${from}.${name}.root`);
  places.set(`${to}.batch`, `${from}.${name}.root`);
  lines.forEach((line, index) => {
    const isInBatch = columns.isInBatch(line);
    if (!(isInBatch && columns.isBatchOnly(line))) {
      places.set(`${to}.standard.${standard.length}`, `${from}.${name}.${index}`);
      standard.push(columns.standard(line));
    }
    if (isInBatch) {
      const [box, filledBy] = columns.batchBox;
      places.set(`${to}.batch.${batch.length}`, `${from}.${name}.${index}`);
      places.set(`${to}.batch.${batch.length}.${box}`, `${from}.${name}.${index}.${filledBy}`);
      batch.push(columns.batch(line));
    }
  });
  return { standard, batch: batch.length === 0 ? null : batch };
}
