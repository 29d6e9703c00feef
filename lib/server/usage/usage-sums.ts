import "server-only";
import type { UsageTotals } from "@/lib/contracts/usage";
import { divideHalfEven, nanoUsd, type NanoUsd } from "@/lib/money";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** What a set of calls adds up to, in exact numbers. */
export interface UsageSums {
  calls: number;
  imagesRequested: number;
  imagesDelivered: number;
  /** Those of the delivered images whose calls have a price: the divisor of a cost per image. */
  imagesPriced: number;
  imagesAccepted: number;
  imagesJudged: number;
  costNanoUsd: NanoUsd;
  paidLossNanoUsd: NanoUsd;
  reworkNanoUsd: NanoUsd;
  unpricedCalls: number;
  unboundedCalls: number;
  billingUnknownCalls: number;
  boundLowNanoUsd: NanoUsd;
  boundHighNanoUsd: NanoUsd;
}

/** Sums come as text: a sum of 64-bit integers may need more than 64 bits, and a number would lose its end. */
export type UsageSumsRow = Record<keyof UsageSums, string>;

/** How each is summed from rows of usage_daily, under the table's alias `logged`. Sums of no rows are zero. */
const EXPRESSIONS: Readonly<Record<keyof UsageSums, string>> = {
  calls: "sum(logged.calls)",
  imagesRequested: "sum(logged.images_requested)",
  imagesDelivered: "sum(logged.images_returned)",
  imagesPriced: "sum(logged.images_returned) FILTER (WHERE logged.cost_basis <> 'unpriced')",
  imagesAccepted: "sum(logged.images_accepted)",
  imagesJudged: "sum(logged.images_judged)",
  costNanoUsd: "sum(logged.cost_nano_usd)",
  paidLossNanoUsd: "sum(logged.paid_loss_nano_usd)",
  reworkNanoUsd:
    "sum(logged.cost_nano_usd) FILTER (WHERE logged.is_retry OR logged.purpose IN ('qa', 'prompt_tuning'))",
  unpricedCalls: "sum(logged.unpriced_calls)",
  unboundedCalls: "sum(logged.unbounded_calls)",
  billingUnknownCalls: "sum(logged.billing_unknown)",
  boundLowNanoUsd: "sum(logged.bound_low_nano_usd)",
  boundHighNanoUsd: "sum(logged.bound_high_nano_usd)",
};

export const ALL_SUMS = Object.keys(EXPRESSIONS) as (keyof UsageSums)[];

const columns = (names: readonly (keyof UsageSums)[], typeOf: (name: string) => string) =>
  Prisma.raw(
    names.map((name) => `COALESCE(${EXPRESSIONS[name]}, 0)::${typeOf(name)} AS "${name}"`).join(", "),
  );

/** The columns that sum up rows of usage_daily, as text. Every figure of usage is summed by this one list. */
export const USAGE_SUMS = columns(ALL_SUMS, () => "text");

/**
 * Some of them as numbers, to be summed up further under the alias `summed` by the columns of sumsOfSums. Counts fit into
 * 64 bits, in which they add up much faster; amounts need not.
 */
export function partSums(names: readonly (keyof UsageSums)[]): Prisma.Sql {
  return columns(names, (name) => (name.endsWith("NanoUsd") ? "numeric" : "bigint"));
}

export function sumsOfSums(names: readonly (keyof UsageSums)[]): Prisma.Sql {
  return Prisma.raw(names.map((name) => `COALESCE(sum(summed."${name}"), 0)::text AS "${name}"`).join(", "));
}

export function readUsageSums(row: UsageSumsRow): UsageSums {
  return {
    calls: Number(row.calls),
    imagesRequested: Number(row.imagesRequested),
    imagesDelivered: Number(row.imagesDelivered),
    imagesPriced: Number(row.imagesPriced),
    imagesAccepted: Number(row.imagesAccepted),
    imagesJudged: Number(row.imagesJudged),
    costNanoUsd: nanoUsd(BigInt(row.costNanoUsd)),
    paidLossNanoUsd: nanoUsd(BigInt(row.paidLossNanoUsd)),
    reworkNanoUsd: nanoUsd(BigInt(row.reworkNanoUsd)),
    unpricedCalls: Number(row.unpricedCalls),
    unboundedCalls: Number(row.unboundedCalls),
    billingUnknownCalls: Number(row.billingUnknownCalls),
    boundLowNanoUsd: nanoUsd(BigInt(row.boundLowNanoUsd)),
    boundHighNanoUsd: nanoUsd(BigInt(row.boundHighNanoUsd)),
  };
}

/** What one delivered image cost: everything that was paid, by what came of it. Null without an image that has a price. */
export function costPerImage({ costNanoUsd, imagesPriced }: UsageSums): NanoUsd | null {
  return imagesPriced === 0 ? null : nanoUsd(divideHalfEven(costNanoUsd, BigInt(imagesPriced)));
}

/** The sums as the API answers them, with what one delivered image cost. */
export function toUsageTotals(all: UsageSums): UsageTotals {
  const { imagesPriced: _, ...sums } = all;
  const perImage = costPerImage(all);
  return {
    ...sums,
    costNanoUsd: String(sums.costNanoUsd),
    paidLossNanoUsd: String(sums.paidLossNanoUsd),
    reworkNanoUsd: String(sums.reworkNanoUsd),
    boundLowNanoUsd: String(sums.boundLowNanoUsd),
    boundHighNanoUsd: String(sums.boundHighNanoUsd),
    costPerDeliveredImageNanoUsd: perImage === null ? null : String(perImage),
  };
}
