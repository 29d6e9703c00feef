import { allocate, nanoUsd, type NanoUsd } from "@/lib/money";
import { toNanoUsd, type UnitPrice } from "./unit-price";

export type TokenKind = "text_input" | "image_input" | "image_output" | "text_output";

/** So many units of one kind at one price. Quantities are whole and not negative. */
export interface BillLine {
  kind: TokenKind | "image" | "call";
  quantity: number;
  price: UnitPrice;
}

/** One part of a cost, for showing how it came about. */
export type PricePart = { quantity: bigint; amountNanoUsd: NanoUsd } & (
  | { kind: TokenKind; unit: "token"; usdPerMillion: string }
  | { kind: "image" | "call"; unit: "image" | "call"; usdPerUnit: string }
);

function exactAmount({ quantity, price }: BillLine): bigint {
  return BigInt(quantity) * price.rate;
}

/** The cost of the lines together: multiplied and summed exactly, rounded once. */
export function totalOf(lines: readonly BillLine[]): NanoUsd {
  let sum = 0n;
  for (const line of lines) sum += exactAmount(line);
  return toNanoUsd(sum);
}

/** The lines as parts that add up to their total exactly. */
export function partsOf(lines: readonly BillLine[]): PricePart[] {
  const amounts = allocate(totalOf(lines), lines.map(exactAmount));
  return lines.map(({ kind, quantity, price }, index) => {
    const amount = { quantity: BigInt(quantity), amountNanoUsd: nanoUsd(amounts[index] ?? 0n) };
    return kind === "image" || kind === "call"
      ? { ...amount, kind, unit: kind, usdPerUnit: price.usd }
      : { ...amount, kind, unit: "token", usdPerMillion: price.usd };
  });
}

/** The same lines so many times over. */
export function times(count: number, lines: readonly BillLine[]): BillLine[] {
  return lines.map((line) => ({ ...line, quantity: line.quantity * count }));
}
