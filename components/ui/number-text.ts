const FACTORS: Record<string, number> = { k: 3, m: 6, b: 9 };

/** Moves the decimal point of plain digits to the right. */
function shift(whole: string, fraction: string, places: number): string {
  const moved = fraction.padEnd(places, "0");
  const rest = moved.slice(places);
  const digits = (whole + moved.slice(0, places)).replace(/^0+(?=\d)/, "");
  return rest === "" ? digits : `${digits}.${rest}`;
}

/**
 * Reads what people type or paste as a number: `1,200`, `1 200`, `1.2k`, `12%`, `$0.21`, `−5`. Answers a plain decimal
 * string, so that money stays exact, or null when it is not one number. Commas group thousands where they can; a single
 * one that cannot, as in `0,5`, is a decimal comma.
 */
export function parseNumberText(text: string): string | null {
  const compact = text
    .replace(/[\s\u00a0\u202f_'’]/g, "")
    .replace(/^([−–-]?)\$/, "$1")
    .replace(/(%|USD)$/i, "")
    .replace(/^[−–]/, "-");
  const match = /^([+-]?)([\d.,]+)([kmb]?)$/i.exec(compact);
  if (!match) return null;
  const [, sign, body = "", suffix = ""] = match;
  const plain = withoutGroups(body);
  if (plain === null) return null;
  const [whole = "", fraction = ""] = plain.split(".");
  if (whole === "" && fraction === "") return null;
  const value = shift(whole === "" ? "0" : whole, fraction, FACTORS[suffix.toLowerCase()] ?? 0);
  const trimmed = value.includes(".") ? value.replace(/\.?0+$/, "") : value;
  return sign === "-" && /[1-9]/.test(trimmed) ? `-${trimmed}` : trimmed;
}

function withoutGroups(body: string): string | null {
  const isGrouped = /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(body);
  if (isGrouped) return body.replaceAll(",", "");
  if (/^\d*,\d+$/.test(body)) return body.replace(",", ".");
  return /^\d*\.?\d*$/.test(body) ? body : null;
}

/** A number as a box shows it when nobody types: grouped, with at most so many decimals. */
export function formatNumberText(value: string, minDecimals = 0): string {
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? value.slice(1) : value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const shown = fraction.padEnd(minDecimals, "0");
  return `${negative ? "−" : ""}${grouped}${shown === "" ? "" : `.${shown}`}`;
}
