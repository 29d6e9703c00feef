import { usdDecimal, type NanoUsd } from "@/lib/money";

/**
 * Text that somebody typed, as a cell. A spreadsheet runs a cell that begins with one of these characters (or their
 * full-width forms) as a formula, so an apostrophe in front makes it text. Amounts do not go through here: they are
 * made of digits, and a leading minus must stay one.
 */
export function textCell(text: string | null): string {
  if (text === null) return "";
  return /^[\s]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

export function amountCell(amount: NanoUsd | null): string {
  return amount === null ? "" : usdDecimal(amount);
}

/** Hundredths of a per cent as per cent with two decimals: 364 is 3.64. */
export function percentCell(basisPoints: number | null): string {
  if (basisPoints === null) return "";
  const digits = Math.abs(basisPoints).toString().padStart(3, "0");
  return `${basisPoints < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
