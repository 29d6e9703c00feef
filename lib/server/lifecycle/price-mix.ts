import "server-only";
import type { Successor } from "@/lib/contracts/lifecycle";
import { divideHalfEven } from "@/lib/money";
import { estimateRequest, type Estimate, type PriceBook } from "@/lib/pricing";
import type { MixRow } from "./observed-mix";

type MixCost = NonNullable<Successor["cost"]>;

/** An edit's reference images are not in the sums; scenarios take them to be of this size too. */
const REFERENCE_IMAGE = { width: 1024, height: 1024 };

const REASONS: Partial<Record<Extract<Estimate, { status: "unpriced" }>["reason"], string>> = {
  unknown_model: "No price of this model is known at this provider.",
  no_batch_price: "No batch price of it is known.",
  output_tokens_unknown: "Nobody states how many tokens its pictures take.",
  size_not_priced: "It does not make some of these sizes, or has no price for them.",
  quality_unknown: "It does not know some of these qualities, or has no price for them.",
  reference_tokens_unknown: "Nobody states how many tokens it takes for a reference image.",
};

/**
 * What the calls of a mix would cost on another model on a date: each kind of call is estimated as a request and
 * counted as often as it was made. Calls that were not billed stay out. The images of a kind are spread evenly over
 * its calls, so that 5 images in 2 calls are one request for 2 and one for 3.
 */
export function priceMix(
  book: PriceBook,
  rows: readonly MixRow[],
  target: { provider: string; model: string; on: string },
): MixCost {
  const billed = rows.filter(({ costBasis }) => costBasis !== "not_billed");
  const promptTokens = meanPromptTokens(billed);
  const reasons = new Set<string>();
  let [pricedCalls, unpricedCalls, low, high] = [0n, 0n, 0n, 0n];
  let sameCalls: bigint | null = 0n;
  for (const row of billed) {
    const range = estimateRow(book, row, { ...target, promptTokens });
    if (typeof range === "string") {
      unpricedCalls += row.calls;
      reasons.add(range);
      continue;
    }
    pricedCalls += row.calls;
    low += range.low;
    high += range.high;
    sameCalls = sameCalls === null || row.unpricedCalls > 0n ? null : sameCalls + row.costNanoUsd;
  }
  return {
    pricedCalls: Number(pricedCalls),
    lowNanoUsd: low.toString(),
    highNanoUsd: high.toString(),
    sameCallsNanoUsd: sameCalls?.toString() ?? null,
    unpricedCalls: Number(unpricedCalls),
    reasons: [...reasons],
  };
}

/** The cost of all calls of a row, or why there is none. */
function estimateRow(
  book: PriceBook,
  row: MixRow,
  target: { provider: string; model: string; on: string; promptTokens: number },
): { low: bigint; high: bigint } | string {
  let [low, high] = [0n, 0n];
  for (const { n, calls } of spreadImages(row)) {
    const estimate = estimateRequest(book, {
      ...target,
      operation: row.operation,
      n,
      size: row.size,
      quality: row.quality,
      outputFormat: null,
      batch: row.batch,
      inputImages: row.operation === "edit" ? [REFERENCE_IMAGE] : [],
      partialImages: 0,
    });
    if (estimate.status === "unpriced") {
      return REASONS[estimate.reason] ?? "Its price for some of these calls is not known.";
    }
    const isExact = estimate.status === "priced";
    low += calls * (isExact ? estimate.costNanoUsd : estimate.lowNanoUsd);
    high += calls * (isExact ? estimate.costNanoUsd : estimate.highNanoUsd);
  }
  return { low, high };
}

function spreadImages({ calls, imagesRequested }: MixRow): { n: number; calls: bigint }[] {
  const fewest = imagesRequested / calls;
  const withOneMore = imagesRequested % calls;
  return [
    { n: Number(fewest), calls: calls - withOneMore },
    { n: Number(fewest) + 1, calls: withOneMore },
  ].filter((group) => group.calls > 0n);
}

/** Of one image, by the calls that reported their usage; 0 where none did. */
function meanPromptTokens(rows: readonly MixRow[]): number {
  const reported = rows.filter(({ costBasis }) => costBasis === "usage");
  const images = reported.reduce((sum, row) => sum + row.imagesRequested, 0n);
  const tokens = reported.reduce((sum, row) => sum + row.textInputTokens, 0n);
  return images === 0n ? 0 : Number(divideHalfEven(tokens, images));
}
