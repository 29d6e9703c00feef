import { type NanoUsd, formatUsd, nanoUsd, usdDecimal } from "@/lib/money";

/** A cell as it is shown, and as it goes into a file: the exact amount instead of the one rounded to cents. */
export interface ChartCell {
  text: string;
  raw: string;
}

/** What a chart draws, as rows: shown beside it and downloaded, so that neither can differ from the picture. */
export interface ChartTable {
  columns: { name: string; isNumeric: boolean; unit?: string | null }[];
  rows: ChartCell[][];
  total: ChartCell[] | null;
}

export function textCell(text: string, raw = text): ChartCell {
  return { text, raw };
}

/** An amount, or a dash and an empty field where there is none. */
export function amountCell(amountNanoUsd: string | NanoUsd | null): ChartCell {
  if (amountNanoUsd === null) return { text: "—", raw: "" };
  const amount = nanoUsd(BigInt(amountNanoUsd));
  return { text: formatUsd(amount), raw: usdDecimal(amount) };
}

/** Numbers say their unit: dollars where the column says nothing else, none where it says null. */
function headerText({ name, isNumeric, unit = "USD" }: ChartTable["columns"][number]): string {
  return isNumeric && unit !== null ? `${name} (${unit})` : name;
}

const FORMULA_START = /^[=+\-@\t\r]/;

/** The table as CSV (RFC 4180). Names that a spreadsheet would run as a formula are made plain text. */
export function chartCsv(table: ChartTable): string {
  const header = table.columns.map((column) => field(headerText(column), false));
  const lines = [...table.rows, ...(table.total ? [table.total] : [])].map((cells) =>
    cells.map((cell, index) => field(cell.raw, table.columns[index]?.isNumeric ?? false)),
  );
  return [header, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

function field(text: string, isNumeric: boolean): string {
  const plain = !isNumeric && FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
