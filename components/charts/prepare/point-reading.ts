import { formatUsd, nanoUsd } from "@/lib/money";

/** What a chart says at one point of its axis, in the tooltip and to a screen reader. */
export interface PointReading {
  label: string;
  rows: ReadingRow[];
  /** Why something is missing or not final. */
  note: string | null;
}

export interface ReadingRow {
  /** The series whose mark stands beside the row; null for a sum of several. */
  seriesId: string | null;
  name: string;
  text: string;
}

export function readingRow(seriesId: string | null, name: string, amountNanoUsd: string): ReadingRow {
  return { seriesId, name, text: formatUsd(nanoUsd(BigInt(amountNanoUsd))) };
}

/** The reading as one sentence, as it is spoken. */
export function spokenReading(reading: PointReading): string {
  const rows = reading.rows.map((row) => `${row.name} ${row.text}`).join(", ");
  return [
    `${reading.label}: ${rows === "" ? "no amounts" : rows}`,
    ...(reading.note ? [reading.note] : []),
  ].join(". ");
}
