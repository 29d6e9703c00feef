import "server-only";
import { decideBilling, type BilledBasis, type BillingEvidence, type BillingRule } from "@/lib/calls";
import { priceCall, resolvePicture, type CallToPrice, type PriceBook } from "@/lib/pricing";

/**
 * What a log says of a call that bears on its price, whether it has just arrived or was stored long ago: size and
 * quality as they were asked for, and `billed` as its caller says, null where nothing is said.
 */
export type CallFacts = CallToPrice &
  BillingEvidence & {
    returnedSize: string | null;
    returnedQuality: string | null;
  };

/** By which prices and rules a workspace decides. */
export interface Tariff {
  book: PriceBook;
  /** In the order in which they are asked. */
  billingRules: readonly BillingRule[];
}

/** What is found out about a call, as its row keeps it. */
export interface CallDecision {
  size: string | null;
  quality: string | null;
  pictureBasis: string | null;
  billed: boolean | null;
  billedBasis: BilledBasis;
  billingRuleId: string | null;
  costBasis: string;
  costNanoUsd: bigint | null;
  unpricedReason: string | null;
  boundLowNanoUsd: bigint | null;
  boundHighNanoUsd: bigint | null;
  rateCardId: string | null;
}

/**
 * Finds out what was made, whether it is billed and what it cost. A call is decided in this way when it arrives and when
 * it is priced anew, so that only what the workspace knows by then can make a difference.
 */
export function decideCall({ book, billingRules }: Tariff, facts: CallFacts): CallDecision {
  const billing = decideBilling(facts, billingRules);
  const { size, quality, basis: pictureBasis } = resolvePicture(book, facts);
  const requestedQuality = facts.quality;
  const price = priceCall(book, {
    provider: facts.provider,
    model: facts.model,
    operation: facts.operation,
    n: facts.n,
    size,
    quality,
    requestedQuality,
    outputFormat: facts.outputFormat,
    batch: facts.batch,
    billed: billing.billed,
    imagesReturned: facts.imagesReturned,
    inputImages: facts.inputImages,
    partialImages: facts.partialImages,
    usage: facts.usage,
    chargedNanoUsd: facts.chargedNanoUsd,
    on: facts.on,
  });
  const isPriced = price.basis !== "unpriced";
  return {
    size,
    quality,
    pictureBasis,
    billed: billing.billed,
    billedBasis: billing.basis,
    billingRuleId: billing.ruleId,
    costBasis: price.basis,
    costNanoUsd: isPriced ? price.costNanoUsd : null,
    unpricedReason: isPriced ? null : price.unpricedReason,
    boundLowNanoUsd: isPriced ? null : price.boundLowNanoUsd,
    boundHighNanoUsd: isPriced ? null : price.boundHighNanoUsd,
    rateCardId: price.rateCardId,
  };
}
