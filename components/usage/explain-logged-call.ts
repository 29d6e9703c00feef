import type { LoggedCall } from "@/lib/contracts/calls";
import { type CallToPrice, type RateCard, buildPriceBook, explainCall } from "@/lib/pricing";

/**
 * How the stored cost of a call was found, in sentences. They are made from the very price row that the call was priced
 * with; should they not arrive at the stored amount, they are not its reason and stay away.
 */
export function explainLoggedCall(call: LoggedCall, cards: readonly RateCard[]): string[] {
  const book = buildPriceBook(cards.filter((card) => card.id === call.rateCardId));
  const { price, explanation } = explainCall(book, toPriced(call));
  const arrivedAt = price.basis === "unpriced" ? null : String(price.costNanoUsd);
  return price.basis === call.costBasis && arrivedAt === call.costNanoUsd ? explanation : [];
}

function toPriced(call: LoggedCall): CallToPrice {
  return {
    provider: call.provider,
    model: call.model,
    operation: call.operation,
    n: call.n,
    size: call.size,
    quality: call.quality,
    outputFormat: call.outputFormat,
    inputImages: call.inputImages,
    partialImages: call.partialImages,
    batch: call.batch,
    billed: call.billed,
    imagesReturned: call.imagesReturned,
    usage:
      call.imageOutputTokens === null && call.textOutputTokens === null
        ? null
        : {
            textInputTokens: call.textInputTokens ?? 0,
            imageInputTokens: call.imageInputTokens ?? 0,
            textOutputTokens: call.textOutputTokens ?? 0,
            imageOutputTokens: call.imageOutputTokens ?? 0,
          },
    chargedNanoUsd:
      call.costBasis === "charged" && call.costNanoUsd !== null ? BigInt(call.costNanoUsd) : null,
    on: call.occurredAt.slice(0, 10),
  };
}
