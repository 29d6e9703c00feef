import type { StatedCall } from "@/lib/calls";

/** What a provider itself says was used or is owed in one of its buckets. Null: it does not say. */
export interface ProviderReport {
  series: "usage" | "costs";
  startMs: number;
  /** Not included. */
  endMs: number;
  model: string | null;
  lineItem: string | null;
  projectId: string | null;
  apiKeyId: string | null;
  images: number | null;
  requests: number | null;
  /** Null where no amount is stated, or one that is not in US dollars. */
  amountNanoUsd: bigint | null;
  /** Of the stated amount, in capitals. */
  currency: string | null;
  /** As the provider sent it. */
  raw: Record<string, unknown>;
}

/** A row that could not be read, with the reason and as much of it as helps to find it. */
export interface RejectedItem {
  reason: string;
  content: string;
}

export interface PageReading {
  rows: number;
  calls: StatedCall[];
  reports: ProviderReport[];
  /** The buckets that the page states in full, empty ones included: what was stored of them is replaced. */
  buckets: { startMs: number; endMs: number }[];
  /** Rows that are not about images. */
  skipped: number;
  rejected: RejectedItem[];
  /** What to ask for the next page with; null on the last. */
  next: string | null;
}

/** The page as a whole is not what the source documents. The message says what is wrong with it. */
export class PageProblem extends Error {
  override readonly name = "PageProblem";
}

/** One row is not what the source documents. The message says what is wrong with it. */
export class ItemProblem extends Error {
  override readonly name = "ItemProblem";
}

export function emptyReading(next: string | null): PageReading {
  return { rows: 0, calls: [], reports: [], buckets: [], skipped: 0, rejected: [], next };
}

const SHOWN_CHARACTERS = 2000;

/** Reads the rows of a page one by one, so that one which cannot be read costs nothing but itself, and is listed. */
export function readItems(
  items: readonly unknown[],
  next: string | null,
  read: (item: unknown) => StatedCall | null,
): PageReading {
  const reading = emptyReading(next);
  for (const item of items) {
    reading.rows += 1;
    try {
      const call = read(item);
      if (call === null) reading.skipped += 1;
      else reading.calls.push(call);
    } catch (error) {
      if (!(error instanceof ItemProblem)) throw error;
      reading.rejected.push(rejectedItem(error.message, item));
    }
  }
  return reading;
}

export function rejectedItem(reason: string, item: unknown): RejectedItem {
  const text = JSON.stringify(item) as string | undefined;
  return { reason, content: (text ?? "nothing").slice(0, SHOWN_CHARACTERS) };
}
