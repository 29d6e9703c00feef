import { divideHalfEven, nanoUsd, sumNanoUsd, ZERO_NANO_USD } from "@/lib/money";
import { partsOf, times, totalOf, type BillLine } from "./bill-line";
import type { Estimate, HypotheticalRequest, PricedEstimate, UnpricedEstimate } from "./estimate";
import { explainPriced, explainRange, explainUnpriced } from "./explain-estimate";
import { findCompiledCard, type PriceBook } from "./price-book";
import { pricePicture } from "./price-picture";
import { addTokens, type TokenPrices } from "./price-plan";
import type { RateCard } from "./rate-card";
import { referenceImageTokens } from "./reference-image-tokens";
import type { UnitPrice } from "./unit-price";

/** OpenAI's guide: so many image output tokens for each preview. */
const TOKENS_PER_PARTIAL_IMAGE = 100;

/**
 * What a request will cost. Several images are billed as though each were a request of its own, so the input counts
 * once per image. A size or quality that is left to the model gives a range; what is not known gives no price.
 */
export function estimateRequest(book: PriceBook, request: HypotheticalRequest): Estimate {
  const compiled = findCompiledCard(book, request);
  if (!compiled) return unpriced(request, null, "unknown_model");
  const { card } = compiled;
  const plan = request.batch ? compiled.batch : compiled.standard;
  if (!plan) return unpriced(request, card, "no_batch_price");
  if (plan.pictures.kind === "per_call") return priceCallWhole(request, card, plan.pictures.price);

  const extras = listExtras(request, plan.tokens);
  if (typeof extras === "string") return unpriced(request, card, extras);
  const picture = pricePicture(plan.pictures, request.size, request.quality);
  if ("line" in picture) return priceImages(request, card, [picture.line, ...extras.output], extras.input);

  const { reason, cheapest, dearest } = picture;
  if (!cheapest || !dearest) return unpriced(request, card, reason);
  const cost = (output: BillLine) => totalOf(times(request.n, [output, ...extras.output, ...extras.input]));
  const range = { lowNanoUsd: cost(cheapest), highNanoUsd: cost(dearest) };
  const explanation = explainRange(request, card, reason, range);
  return { status: "range", reason, rateCard: card, ...range, explanation };
}

function unpriced(
  request: HypotheticalRequest,
  rateCard: RateCard | null,
  reason: UnpricedEstimate["reason"],
): UnpricedEstimate {
  return { status: "unpriced", reason, rateCard, explanation: explainUnpriced(request, reason) };
}

/** What one image is billed beside itself: its input, and previews as more output. */
function listExtras(
  request: HypotheticalRequest,
  prices: TokenPrices | null,
): { input: BillLine[]; output: BillLine[] } | UnpricedEstimate["reason"] {
  if (!prices) return { input: [], output: [] };
  let referenceTokens = 0;
  for (const image of request.inputImages) {
    const tokens = referenceImageTokens(request.model, image);
    if (tokens === null) return "reference_tokens_unknown";
    referenceTokens += tokens;
  }

  const lines: BillLine[] = [];
  const isPriced =
    addTokens(lines, prices, "text_input", request.promptTokens) &&
    addTokens(lines, prices, "image_input", referenceTokens) &&
    addTokens(lines, prices, "image_output", request.partialImages * TOKENS_PER_PARTIAL_IMAGE);
  if (!isPriced) return "token_price_unknown";
  return {
    input: lines.filter((line) => line.kind !== "image_output"),
    output: lines.filter((line) => line.kind === "image_output"),
  };
}

function priceImages(
  request: HypotheticalRequest,
  rateCard: RateCard,
  output: BillLine[],
  input: BillLine[],
): PricedEstimate {
  const oneImage = [...output, ...input];
  const amounts = partsOf(oneImage).map((part) => part.amountNanoUsd);
  const perImageNanoUsd = sumNanoUsd(amounts);
  const lines = times(request.n, oneImage);
  const costNanoUsd = totalOf(lines);
  const parts = partsOf(lines);
  const isByToken = output.every((line) => line.kind === "image_output");
  return {
    status: "priced",
    rateCard,
    costNanoUsd,
    perImageNanoUsd,
    perImageOutputNanoUsd: sumNanoUsd(amounts.slice(0, output.length)),
    perImageInputNanoUsd: sumNanoUsd(amounts.slice(output.length)),
    imageOutputTokens: isByToken ? output.reduce((sum, line) => sum + line.quantity, 0) : null,
    parts,
    explanation: explainPriced(request, rateCard, { parts, costNanoUsd, perImageNanoUsd }),
  };
}

/** A flat price covers the whole call: an image's share of it is the price divided by their number. */
function priceCallWhole(request: HypotheticalRequest, rateCard: RateCard, price: UnitPrice): PricedEstimate {
  const lines: BillLine[] = [{ kind: "call", quantity: 1, price }];
  const costNanoUsd = totalOf(lines);
  const perImageNanoUsd = nanoUsd(divideHalfEven(costNanoUsd, BigInt(request.n)));
  const parts = partsOf(lines);
  return {
    status: "priced",
    rateCard,
    costNanoUsd,
    perImageNanoUsd,
    perImageOutputNanoUsd: perImageNanoUsd,
    perImageInputNanoUsd: ZERO_NANO_USD,
    imageOutputTokens: null,
    parts,
    explanation: explainPriced(request, rateCard, { parts, costNanoUsd, perImageNanoUsd }),
  };
}
