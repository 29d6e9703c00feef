import { divideHalfEven, nanoUsd, sumNanoUsd, ZERO_NANO_USD, type NanoUsd } from "@/lib/money";
import { previewLines } from "./bill-extras";
import { partsOf, times, totalOf, withLeast, type BillLine } from "./bill-line";
import type { Estimate, HypotheticalRequest, PricedEstimate, UnpricedEstimate } from "./estimate";
import { explainPriced, explainRange, explainUnpriced } from "./explain-estimate";
import { findRules } from "./find-rules";
import { findCompiledCard, type CompiledRule, type PriceBook } from "./price-book";
import { pricePicture } from "./price-picture";
import { addTokens, type PricePlan } from "./price-plan";
import type { UnpricedReason } from "./rate-call";
import type { RateCard } from "./rate-card";
import { referenceImageTokens } from "./reference-image-tokens";

/**
 * What a request will cost. Several images are billed as though each were a request of its own, so the input counts
 * once per image unless the card says otherwise. A size, quality or format that is left open gives a range; what is not
 * known gives no price.
 */
export function estimateRequest(book: PriceBook, request: HypotheticalRequest): Estimate {
  const compiled = findCompiledCard(book, request);
  if (!compiled) return unpriced(request, null, "unknown_model");
  const { card } = compiled;
  const { rules, open, isCertain } = findRules(compiled, request);
  const [first] = rules;
  if (!first) return unpriced(request, card, "no_rule_matches");
  if (isCertain && rules.length === 1) return estimateByRule(request, card, first);

  const reason = open === null ? "no_rule_matches" : (`${open}_unknown` as const);
  if (!isCertain) return unpriced(request, card, reason);
  let low: NanoUsd | null = null;
  let high: NanoUsd | null = null;
  for (const rule of rules) {
    const estimate = estimateByRule(request, card, rule);
    if (estimate.status === "unpriced") return unpriced(request, card, reason);
    const from = estimate.status === "priced" ? estimate.costNanoUsd : estimate.lowNanoUsd;
    const to = estimate.status === "priced" ? estimate.costNanoUsd : estimate.highNanoUsd;
    if (low === null || from < low) low = from;
    if (high === null || to > high) high = to;
  }
  return rangeOf(request, card, reason, low ?? ZERO_NANO_USD, high ?? ZERO_NANO_USD);
}

function unpriced(
  request: HypotheticalRequest,
  rateCard: RateCard | null,
  reason: UnpricedEstimate["reason"],
): UnpricedEstimate {
  return { status: "unpriced", reason, rateCard, explanation: explainUnpriced(request, reason) };
}

function rangeOf(
  request: HypotheticalRequest,
  rateCard: RateCard,
  reason: UnpricedReason,
  lowNanoUsd: NanoUsd,
  highNanoUsd: NanoUsd,
): Estimate {
  const range = { lowNanoUsd, highNanoUsd };
  const explanation = explainRange(request, rateCard, reason, range);
  return { status: "range", reason, rateCard, ...range, explanation };
}

function estimateByRule(request: HypotheticalRequest, card: RateCard, rule: CompiledRule): Estimate {
  const plan = request.batch ? rule.batch : rule.standard;
  if (!plan) return unpriced(request, card, "no_batch_price");
  const previews = previewLines(plan, request.partialImages);
  const input = listInput(request, plan);
  if (typeof input === "string") return unpriced(request, card, input);
  if (plan.pictures.kind === "per_call") {
    const whole: BillLine = { kind: "call", quantity: 1, price: plan.pictures.price };
    return priced(request, card, rule, { plan, whole: [whole], output: [...previews], input });
  }

  const picture = pricePicture(plan.pictures, request.size, request.quality);
  if ("line" in picture) {
    return priced(request, card, rule, { plan, whole: [], output: [picture.line, ...previews], input });
  }
  const { reason, cheapest, dearest } = picture;
  if (!cheapest || !dearest) return unpriced(request, card, reason);
  const cost = (line: BillLine) =>
    totalOf(billOf(request.n, { plan, whole: [], output: [line, ...previews], input }));
  return rangeOf(request, card, reason, cost(cheapest), cost(dearest));
}

/** What makes up the bill of a request. */
interface Bill {
  plan: PricePlan;
  /** Counts once, however many images. */
  whole: BillLine[];
  /** Of one image. */
  output: BillLine[];
  input: BillLine[];
}

function billOf(n: number, { plan, whole, output, input }: Bill): BillLine[] {
  const inputs = plan.terms.isInputBilledOnce ? input : times(n, input);
  return withLeast(plan.terms.least, [...whole, ...times(n, output), ...inputs]);
}

/** The input that one image, or the one request, is billed with. */
function listInput(
  request: HypotheticalRequest,
  { tokens, terms }: PricePlan,
): BillLine[] | UnpricedEstimate["reason"] {
  const lines: BillLine[] = [];
  const images = request.inputImages.length;
  if (terms.inputImage !== null && images > 0) {
    lines.push({ kind: "input_image", quantity: images, price: terms.inputImage });
  }
  if (!tokens) return lines;
  let referenceTokens = 0;
  if (terms.inputImage === null) {
    for (const image of request.inputImages) {
      const count = referenceImageTokens(request.model, image);
      if (count === null) return "reference_tokens_unknown";
      referenceTokens += count;
    }
  }
  const isPriced =
    addTokens(lines, tokens, "text_input", request.promptTokens) &&
    addTokens(lines, tokens, "image_input", referenceTokens);
  return isPriced ? lines : "token_price_unknown";
}

function priced(
  request: HypotheticalRequest,
  rateCard: RateCard,
  rule: CompiledRule,
  bill: Bill,
): PricedEstimate {
  const { n } = request;
  const lines = billOf(n, bill);
  const costNanoUsd = totalOf(lines);
  const parts = partsOf(lines);
  const perImage = shareOfOneImage(n, costNanoUsd, bill);
  const isByToken = bill.output.length > 0 && bill.output.every((line) => line.kind === "image_output");
  return {
    status: "priced",
    rateCard,
    costNanoUsd,
    ...perImage,
    imageOutputTokens: isByToken ? bill.output.reduce((sum, line) => sum + line.quantity, 0) : null,
    parts,
    explanation: explainPriced(request, rateCard, rule, { parts, costNanoUsd, ...perImage }),
  };
}

type ShareOfOneImage = Pick<
  PricedEstimate,
  "perImageNanoUsd" | "perImageOutputNanoUsd" | "perImageInputNanoUsd"
>;

/** One image's own bill; where the request has costs that its images share, the whole divided by their number. */
function shareOfOneImage(
  n: number,
  costNanoUsd: NanoUsd,
  { plan, whole, output, input }: Bill,
): ShareOfOneImage {
  const hasOwnBill = whole.length === 0 && plan.terms.least === null && !plan.terms.isInputBilledOnce;
  if (hasOwnBill || n === 1) {
    const amounts = partsOf(withLeast(plan.terms.least, [...input, ...whole, ...output]));
    const perImageNanoUsd = sumNanoUsd(amounts.map((part) => part.amountNanoUsd));
    const perImageInputNanoUsd = sumNanoUsd(amounts.slice(0, input.length).map((part) => part.amountNanoUsd));
    const perImageOutputNanoUsd = nanoUsd(perImageNanoUsd - perImageInputNanoUsd);
    return { perImageNanoUsd, perImageOutputNanoUsd, perImageInputNanoUsd };
  }
  const perImageNanoUsd = nanoUsd(divideHalfEven(costNanoUsd, BigInt(n)));
  const inputNanoUsd = totalOf(plan.terms.isInputBilledOnce ? input : times(n, input));
  const perImageInputNanoUsd = nanoUsd(divideHalfEven(inputNanoUsd, BigInt(n)));
  return {
    perImageNanoUsd,
    perImageInputNanoUsd,
    perImageOutputNanoUsd: nanoUsd(perImageNanoUsd - perImageInputNanoUsd),
  };
}
