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

/**
 * The columns that sum up rows of usage_daily, under the table's alias `logged`. Every figure of usage is summed by
 * this one list. Sums of no rows are zero.
 */
export const USAGE_SUMS = Prisma.sql`
  COALESCE(sum(logged.calls), 0)::text AS "calls",
  COALESCE(sum(logged.images_requested), 0)::text AS "imagesRequested",
  COALESCE(sum(logged.images_returned), 0)::text AS "imagesDelivered",
  COALESCE(sum(logged.images_returned) FILTER (WHERE logged.cost_basis <> 'unpriced'), 0)::text AS "imagesPriced",
  COALESCE(sum(logged.images_accepted), 0)::text AS "imagesAccepted",
  COALESCE(sum(logged.images_judged), 0)::text AS "imagesJudged",
  COALESCE(sum(logged.cost_nano_usd), 0)::text AS "costNanoUsd",
  COALESCE(sum(logged.paid_loss_nano_usd), 0)::text AS "paidLossNanoUsd",
  COALESCE(sum(logged.cost_nano_usd) FILTER (
    WHERE logged.is_retry OR logged.purpose IN ('qa', 'prompt_tuning')), 0)::text AS "reworkNanoUsd",
  COALESCE(sum(logged.unpriced_calls), 0)::text AS "unpricedCalls",
  COALESCE(sum(logged.unbounded_calls), 0)::text AS "unboundedCalls",
  COALESCE(sum(logged.billing_unknown), 0)::text AS "billingUnknownCalls",
  COALESCE(sum(logged.bound_low_nano_usd), 0)::text AS "boundLowNanoUsd",
  COALESCE(sum(logged.bound_high_nano_usd), 0)::text AS "boundHighNanoUsd"`;

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

/** The sums as the API answers them, with what one delivered image cost: everything that was paid, by what came of it. */
export function toUsageTotals({ imagesPriced, ...sums }: UsageSums): UsageTotals {
  return {
    ...sums,
    costNanoUsd: String(sums.costNanoUsd),
    paidLossNanoUsd: String(sums.paidLossNanoUsd),
    reworkNanoUsd: String(sums.reworkNanoUsd),
    boundLowNanoUsd: String(sums.boundLowNanoUsd),
    boundHighNanoUsd: String(sums.boundHighNanoUsd),
    costPerDeliveredImageNanoUsd:
      imagesPriced === 0 ? null : String(divideHalfEven(sums.costNanoUsd, BigInt(imagesPriced))),
  };
}
