import type { RateCard } from "@/lib/pricing";

export type PriceListFormat = "litellm" | "portkey";

/** What a person says about a list that they bring: the cards made from it carry this as their source. */
export interface PriceListOrigin {
  name: string;
  sourceUrl: string | null;
  /** The day on which the list was looked at, and the first day on which its prices are to hold: YYYY-MM-DD. */
  checkedOn: string;
  validFrom: string;
}

/** A row that could not become a price, and why, in words for people. */
export interface UnreadRow {
  row: string;
  reason: string;
}

export interface ReadPriceList {
  format: PriceListFormat;
  /** One card for each provider and model. Its id is `provider/model`, by which people choose it. */
  cards: RateCard[];
  /** Cards of models that the list prices in a second scheme too, such as per image beside per token: to compare, not to price with. */
  alternatives: RateCard[];
  unread: UnreadRow[];
  /** Rows that went into a card or an alternative. */
  readRows: number;
  /** Rows about something else than images. */
  otherRows: number;
}

/** The list as a whole cannot be read. The message is for people. */
export class PriceListProblem extends Error {
  override readonly name = "PriceListProblem";

  constructor(
    message: string,
    /** What was given wrongly: the text itself, or whose prices it holds. */
    readonly field: "content" | "provider" = "content",
  ) {
    super(message);
  }
}

/** One row cannot be read. The message becomes the row's reason. */
export class RowProblem extends Error {
  override readonly name = "RowProblem";
}
