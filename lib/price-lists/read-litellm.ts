import type { ImagePrice, RateCard } from "@/lib/pricing";
import { isEntry, shown, typeWords, type ListEntry } from "./list-entry";
import { cardKey, listedCard, picturePrices, tokenPrices } from "./listed-card";
import { readLitellmRow, type LitellmRow } from "./litellm-row";
import { RowProblem, type PriceListOrigin, type ReadPriceList, type UnreadRow } from "./price-list";

const PRICE_OF_A_PICTURE = /^(in|out)put_cost_per_(image|pixel)|^output_cost_per_image_token/;

/** Reads the format of LiteLLM's model_prices_and_context_window.json: one row a key, US dollars, image models only. */
export function readLitellm(list: ListEntry, origin: PriceListOrigin): ReadPriceList {
  const unread: UnreadRow[] = [];
  const rows: LitellmRow[] = [];
  let otherRows = 0;
  for (const [key, row] of Object.entries(list)) {
    if (isAboutOthers(key, row)) otherRows += 1;
    else keepOrExplain(unread, key, () => rows.push(readRow(key, row)));
  }
  const made = [...groupByModel(rows).values()].map((group) => makeCards(group, origin, unread));
  return {
    format: "litellm",
    cards: made.flatMap(({ card }) => card),
    alternatives: made.flatMap(({ alternative }) => alternative),
    unread,
    readRows: made.reduce((sum, { readRows }) => sum + readRows, 0),
    otherRows,
  };
}

/** The file's own example, and models that make no pictures. */
function isAboutOthers(key: string, row: unknown): boolean {
  if (key === "sample_spec") return true;
  if (!isEntry(row)) return false;
  if (typeof row.mode === "string") return row.mode !== "image_generation" && row.mode !== "image_edit";
  return !Object.keys(row).some((field) => PRICE_OF_A_PICTURE.test(field));
}

function readRow(key: string, row: unknown): LitellmRow {
  if (!isEntry(row)) throw new RowProblem(`It must be an object with prices, and is ${typeWords(row)}`);
  if (typeof row.mode !== "string")
    throw new RowProblem(`“mode” must be a text, and is ${typeWords(row.mode)}`);
  return readLitellmRow(key, row);
}

function keepOrExplain(unread: UnreadRow[], row: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    unread.push({ row: shown(row), reason: `${error.message}.` });
  }
}

function groupByModel(rows: readonly LitellmRow[]): Map<string, LitellmRow[]> {
  const groups = new Map<string, LitellmRow[]>();
  for (const row of rows) groups.set(cardKey(row), [...(groups.get(cardKey(row)) ?? []), row]);
  return groups;
}

/** A row for pictures of one size, which is always by picture. */
type SizedRow = LitellmRow & { size: string; perImage: string };

function isSized(row: LitellmRow): row is SizedRow {
  return row.size !== null && row.perImage !== null;
}

interface MadeCards {
  card: RateCard[];
  alternative: RateCard[];
  readRows: number;
}

/** The rows of one model become one card: by token where the list knows that, else by picture. */
function makeCards(group: readonly LitellmRow[], origin: PriceListOrigin, unread: UnreadRow[]): MadeCards {
  const bare = group.filter(({ size }) => size === null);
  const sized = pricedApart(group.filter(isSized), unread);
  const usable =
    sized.length === 0 ? bare : bare.filter((row) => row.tokens !== null || refuseBare(row, unread));
  const [first, ...repeated] = usable;
  const agreeing = repeated.filter(
    (row) => first && (isSame(row, first) || refuseRepeated(row, first, unread)),
  );

  const whole = first && listedCard(bareCard(first), origin);
  const [one, ...more] = sized;
  const pictures = one && listedCard(sizedCard([one, ...more]), origin);
  const [card, alternative] = whole ? [whole, pictures] : [pictures, undefined];
  return {
    card: card ? [card] : [],
    alternative: alternative ? [alternative] : [],
    readRows: sized.length + (first ? 1 : 0) + agreeing.length,
  };
}

/**
 * The rows whose picture is certain. Beside prices for low, medium and high, one for “standard” or for no quality at all
 * would be taken for calls of unknown quality, and some of those cost fifteen times as much.
 */
function pricedApart(sized: readonly SizedRow[], unread: UnreadRow[]): SizedRow[] {
  const named = new Set(sized.map(({ quality }) => quality));
  const byQuality = named.has("low") || named.has("medium") || named.has("high");
  const taken = new Map<string, SizedRow>();
  for (const row of sized) {
    const isVague = row.quality === null ? named.size > 1 : byQuality && row.quality === "standard";
    const place = `${row.size} ${row.quality}`;
    const earlier = taken.get(place);
    if (isVague) {
      const what = row.quality === null ? "no quality" : "“standard”";
      refuse(
        unread,
        row,
        `It names ${what} where the list prices low, medium and high apart, so its price would be taken for calls of unknown quality`,
      );
    } else if (!earlier) taken.set(place, row);
    else if (earlier.perImage !== row.perImage) refuseRepeated(row, earlier, unread);
  }
  return [...taken.values()];
}

function refuse(unread: UnreadRow[], { key }: LitellmRow, reason: string): false {
  unread.push({ row: shown(key), reason: `${reason}.` });
  return false;
}

function refuseBare(row: LitellmRow, unread: UnreadRow[]): false {
  return refuse(unread, row, "It names no size, and the list prices this model's sizes apart");
}

function refuseRepeated(row: LitellmRow, first: LitellmRow, unread: UnreadRow[]): false {
  return refuse(
    unread,
    row,
    `It states another price for the same provider and model than “${shown(first.key)}”`,
  );
}

function isSame(a: LitellmRow, b: LitellmRow): boolean {
  return (
    a.perImage === b.perImage &&
    a.inputImagePrice === b.inputImagePrice &&
    JSON.stringify(a.tokens) === JSON.stringify(b.tokens)
  );
}

function bareCard(row: LitellmRow) {
  const { tokens, perImage, inputImagePrice, notes } = row;
  const beside =
    tokens && perImage !== null
      ? [`The list also states $${perImage} an image, for a resolution that it does not name.`]
      : [];
  return {
    ...row,
    notes: [...sourceNote(row), ...beside, ...(tokens ? [] : [ONE_PRICE]), ...notes],
    prices: tokens
      ? tokenPrices(tokens.standard, tokens.batch, inputImagePrice)
      : picturePrices(
          perImage === null ? [] : [{ size: "any", quality: "any", price: perImage }],
          inputImagePrice,
        ),
  };
}

const ONE_PRICE = "The list states one price, whatever the size and quality.";
const BACK_COMPUTED =
  "The list states a rounded price per pixel, from which the price per image is computed.";
const BY_STEPS = "Priced by diffusion steps: standard stands for up to 50, hd for more.";

function sizedCard(rows: readonly [SizedRow, ...SizedRow[]]) {
  const [first] = rows;
  const standard: ImagePrice[] = rows.map(({ size, quality, perImage }) => ({
    size,
    quality: quality ?? "any",
    price: perImage,
  }));
  return {
    ...first,
    shutdownOn: rows.find(({ shutdownOn }) => shutdownOn !== null)?.shutdownOn ?? null,
    notes: [
      ...sourceNote(first),
      ...(rows.some(({ isPerPixel }) => isPerPixel) ? [BACK_COMPUTED] : []),
      ...(rows.some(({ bySteps }) => bySteps) ? [BY_STEPS] : []),
      ...rows.flatMap(({ notes }) => notes),
    ],
    prices: picturePrices(standard, null),
  };
}

function sourceNote({ sourceUrl }: LitellmRow): string[] {
  return sourceUrl === null ? [] : [`The list names ${sourceUrl} as its source.`];
}
