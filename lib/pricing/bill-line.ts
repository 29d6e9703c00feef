import { allocate, nanoUsd, type NanoUsd } from "@/lib/money";
import { priceOfRate, toNanoUsd, type UnitPrice } from "./unit-price";

export type TokenKind = "text_input" | "image_input" | "image_output" | "text_output";
export type UnitKind = "image" | "call" | "preview" | "input_image" | "minimum";

/** So many units of one kind at one price. Quantities are whole and not negative. */
export interface BillLine {
  kind: TokenKind | UnitKind;
  quantity: number;
  price: UnitPrice;
}

/** One part of a cost, for showing how it came about. */
export type PricePart = { quantity: bigint; amountNanoUsd: NanoUsd } & (
  | { kind: TokenKind; unit: "token"; usdPerMillion: string }
  | { kind: UnitKind; unit: UnitKind; usdPerUnit: string }
);

function exactAmount({ quantity, price }: BillLine): bigint {
  return BigInt(quantity) * price.rate;
}

function exactTotal(lines: readonly BillLine[]): bigint {
  let sum = 0n;
  for (const line of lines) sum += exactAmount(line);
  return sum;
}

/** The cost in whole nano-dollars; null where a price is not whole, or the sum too large for an exact number. */
function wholeTotal(lines: readonly BillLine[]): number | null {
  let sum = 0;
  for (const { quantity, price } of lines) {
    if (price.wholeNanoUsd === null) return null;
    sum += quantity * price.wholeNanoUsd;
  }
  return sum <= Number.MAX_SAFE_INTEGER ? sum : null;
}

/** The cost of the lines together: multiplied and summed exactly, rounded once. */
export function totalOf(lines: readonly BillLine[]): NanoUsd {
  const whole = wholeTotal(lines);
  return whole === null ? toNanoUsd(exactTotal(lines)) : nanoUsd(BigInt(whole));
}

/** The lines as parts that add up to their total exactly. */
export function partsOf(lines: readonly BillLine[]): PricePart[] {
  const amounts =
    wholeTotal(lines) === null
      ? allocate(totalOf(lines), lines.map(exactAmount))
      : lines.map((line) => totalOf([line]));
  return lines.map((line, index) => toPart(line, nanoUsd(amounts[index] ?? 0n)));
}

function toPart({ kind, quantity: count, price }: BillLine, amountNanoUsd: NanoUsd): PricePart {
  const quantity = BigInt(count);
  switch (kind) {
    case "text_input":
    case "image_input":
    case "image_output":
    case "text_output":
      return { kind, unit: "token", quantity, usdPerMillion: price.usd, amountNanoUsd };
    default:
      return { kind, unit: kind, quantity, usdPerUnit: price.usd, amountNanoUsd };
  }
}

/** The same lines so many times over. */
export function times(count: number, lines: readonly BillLine[]): BillLine[] {
  if (count === 1) return [...lines];
  return lines.map(({ kind, quantity, price }) => ({ kind, quantity: quantity * count, price }));
}

/** The lines, and what they lack to the least charge of a call as one more. */
export function withLeast(least: UnitPrice | null, lines: readonly BillLine[]): BillLine[] {
  const missing = least === null ? 0n : least.rate - exactTotal(lines);
  if (missing <= 0n) return [...lines];
  return [...lines, { kind: "minimum", quantity: 1, price: priceOfRate(missing) }];
}
