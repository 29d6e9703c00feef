declare const nanoUsdBrand: unique symbol;

/** An amount in billionths of a US dollar. Branded, so that a plain count cannot be taken for money. */
export type NanoUsd = bigint & { readonly [nanoUsdBrand]: true };

const NANO_PER_USD = 1_000_000_000n;

/** The largest amount that a PostgreSQL bigint holds, about 9.2 billion dollars. */
const MAX_NANO_USD = 2n ** 63n - 1n;

export function nanoUsd(value: bigint): NanoUsd {
  return value as NanoUsd;
}

export const ZERO_NANO_USD = nanoUsd(0n);

/**
 * Reads a plain decimal such as "0.210850000" or "-12". Anything else, more than nine decimals (which an amount
 * cannot keep) or an amount too large to store is a RangeError.
 */
export function parseUsd(text: string): NanoUsd {
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match)
    throw new RangeError(`Not an amount in US dollars with at most nine decimals: ${text.slice(0, 40)}`);
  const [, sign, whole = "", fraction = ""] = match;
  const size = BigInt(whole) * NANO_PER_USD + BigInt(fraction.padEnd(9, "0"));
  if (size > MAX_NANO_USD) throw new RangeError(`An amount too large to store: ${text}`);
  return nanoUsd(sign === "-" ? -size : size);
}

/** How large an amount is, whatever its sign. */
export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** The amount as a decimal string, always with nine decimals, for contracts and exports. */
export function usdDecimal(amount: NanoUsd): string {
  const size = magnitude(amount);
  const fraction = (size % NANO_PER_USD).toString().padStart(9, "0");
  return `${amount < 0n ? "-" : ""}${size / NANO_PER_USD}.${fraction}`;
}

export function sumNanoUsd(amounts: Iterable<NanoUsd>): NanoUsd {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return nanoUsd(sum);
}
