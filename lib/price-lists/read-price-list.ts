import { isEntry, readName, typeWords, type ListEntry } from "./list-entry";
import {
  PriceListProblem,
  RowProblem,
  type PriceListFormat,
  type PriceListOrigin,
  type ReadPriceList,
} from "./price-list";
import { readLitellm } from "./read-litellm";
import { readPortkey } from "./read-portkey";

/** LiteLLM's file has about three thousand rows. */
const MOST_ROWS = 20_000;
const MOST_CARDS = 2_000;

export interface PriceListText {
  content: string;
  /** Null: found out from the content. */
  format: PriceListFormat | null;
  /** Portkey's files hold one provider's models and do not name it. */
  provider: string | null;
}

/**
 * Reads somebody else's price list: which prices it states for image models, and which rows could not be read and why.
 * Text that is no such list is a PriceListProblem. Nothing is guessed: a price in an unknown unit, or for a picture that
 * is not certain, is an unread row.
 */
export function readPriceList(
  { content, format, provider }: PriceListText,
  origin: PriceListOrigin,
): ReadPriceList {
  const list = parseList(content);
  const found = format ?? detectFormat(list);
  if (found === null) {
    throw new PriceListProblem(
      "Neither LiteLLM's format (rows with “litellm_provider”) nor Portkey's (models with “pricing_config”) was recognised",
    );
  }
  const read =
    found === "litellm" ? readLitellm(list, origin) : readPortkey(list, namedProvider(provider), origin);
  if (read.cards.length > MOST_CARDS || read.unread.length > MOST_CARDS) {
    throw new PriceListProblem(
      `It holds more than ${MOST_CARDS.toLocaleString("en-US")} image models; bring it in parts`,
    );
  }
  return read;
}

function parseList(content: string): ListEntry {
  let list: unknown;
  try {
    list = JSON.parse(content.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new PriceListProblem(
      `It is not valid JSON: ${error instanceof Error ? error.message : "it ends too early"}`,
    );
  }
  if (!isEntry(list))
    throw new PriceListProblem(`It must be an object with a row for each model, and is ${typeWords(list)}`);
  const rows = Object.keys(list).length;
  if (rows === 0) throw new PriceListProblem("It has no rows");
  if (rows > MOST_ROWS) {
    throw new PriceListProblem(
      `It has ${rows.toLocaleString("en-US")} rows, and at most ${MOST_ROWS.toLocaleString("en-US")} are read`,
    );
  }
  return list;
}

function detectFormat(list: ListEntry): PriceListFormat | null {
  const rows = Object.values(list).filter(isEntry);
  if (rows.some((row) => "pricing_config" in row)) return "portkey";
  if (rows.some((row) => "litellm_provider" in row)) return "litellm";
  return null;
}

function namedProvider(provider: string | null): string {
  if (provider === null)
    throw new PriceListProblem(
      "A list in Portkey's format holds one provider's models: say which",
      "provider",
    );
  try {
    const name = readName(provider, "provider");
    if (!name.includes("/")) return name;
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
  }
  throw new PriceListProblem("The provider's name may not hold a slash", "provider");
}
