import "server-only";
import { requestsCost } from "@/lib/calculator";
import type { EstimateAnswer, EstimateRequestBody } from "@/lib/contracts/estimates";
import { formatUsdExact, type NanoUsd, usdDecimal } from "@/lib/money";
import { type Estimate, estimateRequest, type RateCard } from "@/lib/pricing";
import { listPriceBook } from "./list-price-book";

type OneOrMany = EstimateRequestBody | EstimateRequestBody[];

/** What requests would cost at list prices: one answer for one request, and one for each of an array, in its order. */
export function estimateRequests(body: OneOrMany, now: Date): EstimateAnswer | EstimateAnswer[] {
  const today = now.toISOString().slice(0, 10);
  return Array.isArray(body) ? body.map((each) => estimateOne(each, today)) : estimateOne(body, today);
}

function estimateOne({ requests, at, ...request }: EstimateRequestBody, today: string): EstimateAnswer {
  const estimate = estimateRequest(listPriceBook(), { ...request, on: at ?? today });
  const total = (perRequest: NanoUsd) => requestsCost(perRequest, BigInt(requests));
  const base = {
    status: estimate.status,
    costUsd: null,
    perImageUsd: null,
    imageOutputTokens: null,
    range: null,
    rateCard: estimate.rateCard && presentCard(estimate.rateCard),
    reason: null,
    explanation: [...estimate.explanation, ...manySentences(estimate, requests, total)],
  };
  switch (estimate.status) {
    case "priced":
      return {
        ...base,
        costUsd: usdDecimal(total(estimate.costNanoUsd)),
        perImageUsd: usdDecimal(estimate.perImageNanoUsd),
        imageOutputTokens: estimate.imageOutputTokens,
      };
    case "range":
      return {
        ...base,
        reason: estimate.reason,
        range: {
          lowUsd: usdDecimal(total(estimate.lowNanoUsd)),
          highUsd: usdDecimal(total(estimate.highNanoUsd)),
        },
      };
    case "unpriced":
      return { ...base, reason: estimate.reason };
  }
}

function manySentences(estimate: Estimate, requests: number, total: (cost: NanoUsd) => NanoUsd): string[] {
  if (requests === 1) return [];
  const times = `${requests.toLocaleString("en-US")} requests`;
  switch (estimate.status) {
    case "priced":
      return [
        `${times} × ${formatUsdExact(estimate.costNanoUsd)} = ${formatUsdExact(total(estimate.costNanoUsd))}.`,
      ];
    case "range": {
      const low = formatUsdExact(total(estimate.lowNanoUsd));
      return [`${times}: between ${low} and ${formatUsdExact(total(estimate.highNanoUsd))}.`];
    }
    case "unpriced":
      return [];
  }
}

function presentCard(card: RateCard): EstimateAnswer["rateCard"] {
  const { id, provider, model, name, validFrom, checkedOn, sourceUrl, sourceKind, prices } = card;
  return {
    id,
    provider,
    model,
    name,
    validFrom,
    checkedOn,
    sourceUrl,
    sourceKind,
    scheme: prices.scheme,
  };
}
