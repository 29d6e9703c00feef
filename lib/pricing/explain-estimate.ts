import { formatUsdExact, type NanoUsd } from "@/lib/money";
import { formatDate } from "@/lib/time";
import type { HypotheticalRequest, PricedEstimate, UnpricedEstimate } from "./estimate";
import type { CompiledRule } from "./price-book";
import type { RateCard } from "./rate-card";
import type { UnpricedReason } from "./rate-call";
import {
  cardSentence,
  formatCount,
  partSentence,
  pictureSentence,
  rangeSentence,
  ruleSentence,
  termsSentences,
  unpricedSentence,
} from "./sentences";
import { sizeProblems } from "./size-rules";

export function explainPriced(
  request: HypotheticalRequest,
  rateCard: RateCard,
  { when, prices }: CompiledRule,
  { parts, costNanoUsd, perImageNanoUsd }: Pick<PricedEstimate, "parts" | "costNanoUsd" | "perImageNanoUsd">,
): string[] {
  const perImage = request.n === 1 ? "" : `, which is ${formatUsdExact(perImageNanoUsd)} per image`;
  return [
    cardSentence(rateCard),
    ...(when === null ? [] : [ruleSentence(when)]),
    pictureSentence(prices),
    ...termsSentences(rateCard),
    ...inputSentences(request, rateCard),
    ...shutdownSentences(rateCard, request.on),
    ...parts.map(partSentence),
    `Total ${formatUsdExact(costNanoUsd)}${perImage}.`,
  ];
}

export function explainRange(
  request: HypotheticalRequest,
  rateCard: RateCard,
  reason: UnpricedReason,
  { lowNanoUsd, highNanoUsd }: { lowNanoUsd: NanoUsd; highNanoUsd: NanoUsd },
): string[] {
  const range = rangeSentence(lowNanoUsd, highNanoUsd);
  return [
    unpricedSentence(reason, request),
    ...(range === null ? [] : [range]),
    cardSentence(rateCard),
    ...termsSentences(rateCard),
    ...inputSentences(request, rateCard),
    ...shutdownSentences(rateCard, request.on),
  ];
}

export function explainUnpriced(request: HypotheticalRequest, reason: UnpricedEstimate["reason"]): string[] {
  if (reason === "reference_tokens_unknown") {
    return [`How many tokens a reference image takes on ${request.model} is not known.`];
  }
  const illegal = request.size === null ? [] : sizeProblems(request.model, request.size);
  if (reason === "size_not_priced" && illegal.length > 0) return illegal;
  return [unpricedSentence(reason, request)];
}

function inputSentences({ n, inputImages }: HypotheticalRequest, { prices }: RateCard): string[] {
  if (prices.scheme !== "tokens") return [];
  const sentences: string[] = [];
  if (n > 1 && prices.terms?.inputBilledPer !== "request") {
    sentences.push(`Each of the ${formatCount(n)} images is billed with the whole input.`);
  }
  if (inputImages.length > 0 && (prices.terms?.inputImagePrice ?? null) === null) {
    sentences.push("Reference images are counted by a rule that third parties measured; OpenAI states none.");
  }
  return sentences;
}

function shutdownSentences({ model, shutdownOn }: RateCard, on: string): string[] {
  if (shutdownOn === null) return [];
  const verb = on < shutdownOn ? "shuts" : "shut";
  return [`The provider ${verb} ${model} down on ${formatDate(shutdownOn)}.`];
}
