import { divideHalfEven } from "@/lib/money";
import { RowProblem } from "./price-list";

const MOST_DECIMALS = 9;

interface Decimal {
  digits: bigint;
  /** The value is digits × 10^exponent. */
  exponent: number;
}

/**
 * A JSON number as a decimal. The shortest text that stands for a number is what the list's author wrote, up to
 * fifteen digits: 1.9e-08 is nineteen billionths and has no noise behind it.
 */
function readDecimal(value: number): Decimal {
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`Not a finite number from zero on: ${value}`);
  const [, whole = "", fraction = "", exponent = "0"] = match;
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/**
 * The value × 10^shift as a decimal string. More than nine decimals is a RowProblem: a price is never rounded on its way
 * in, and digits beyond those are nearly always the noise of somebody's division.
 */
export function shiftedPrice(value: number, shift: number, unit: string): string {
  const { digits, exponent } = stripZeros(readDecimal(value), shift);
  if (exponent < -MOST_DECIMALS) {
    throw new RowProblem(
      `A price of ${value} needs more than nine decimals ${unit}, which is not a price that anybody lists`,
    );
  }
  return decimalText(digits, exponent);
}

/** A price per pixel times a picture's pixels, to nine decimals, half to even: such prices were divided and rounded before. */
export function pricePerPicture(perPixel: number, pixels: number): string {
  const { digits, exponent } = readDecimal(perPixel);
  const exact = stripZeros({ digits: digits * BigInt(pixels), exponent }, 0);
  if (exact.exponent >= -MOST_DECIMALS) return decimalText(exact.digits, exact.exponent);
  const rounded = divideHalfEven(exact.digits, 10n ** BigInt(-exact.exponent - MOST_DECIMALS));
  const short = stripZeros({ digits: rounded, exponent: -MOST_DECIMALS }, 0);
  return decimalText(short.digits, short.exponent);
}

function stripZeros({ digits, exponent }: Decimal, shift: number): Decimal {
  let short = digits;
  let shifted = exponent + shift;
  while (shifted < 0 && short % 10n === 0n && short !== 0n) {
    short /= 10n;
    shifted += 1;
  }
  return { digits: short, exponent: short === 0n ? 0 : shifted };
}

function decimalText(digits: bigint, exponent: number): string {
  if (exponent >= 0) return (digits * 10n ** BigInt(exponent)).toString();
  const text = digits.toString().padStart(1 - exponent, "0");
  return `${text.slice(0, exponent)}.${text.slice(exponent)}`;
}
