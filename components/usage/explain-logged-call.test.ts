import { expect, test } from "vitest";
import type { LoggedCall } from "@/lib/contracts/calls";
import type { RateCard } from "@/lib/pricing";
import { explainLoggedCall } from "./explain-logged-call";

const card = (id: string, price: string): RateCard => ({
  id,
  origin: "workspace",
  provider: "wisgate",
  model: "pictures-1",
  name: "Pictures",
  validFrom: "2026-01-01",
  validTo: null,
  sourceUrl: null,
  sourceKind: "user_entered",
  checkedOn: "2026-01-01",
  shutdownOn: null,
  notes: null,
  prices: { scheme: "per_call", price, batchPrice: null, multiplier: "1" },
});

const call: LoggedCall = {
  id: "req_1",
  occurredAt: "2026-11-03T10:22:41.120Z",
  localDate: "2026-11-03",
  workflow: null,
  workflowName: null,
  stage: null,
  purpose: "customer",
  provider: "wisgate",
  model: "pictures-1",
  operation: "generation",
  n: 1,
  size: "1024x1024",
  quality: "high",
  requestedSize: "1024x1024",
  requestedQuality: "high",
  returnedSize: null,
  returnedQuality: null,
  pictureBasis: "stated",
  outputFormat: null,
  inputImages: null,
  partialImages: null,
  batch: false,
  outcome: "succeeded",
  billed: true,
  billedBasis: "succeeded",
  billingRuleId: null,
  httpStatus: 200,
  errorCode: null,
  imagesReturned: 1,
  imagesAccepted: null,
  retryOf: null,
  latencyMs: null,
  textInputTokens: null,
  imageInputTokens: null,
  textOutputTokens: null,
  imageOutputTokens: null,
  costBasis: "rate_card",
  costNanoUsd: "40000000",
  unpricedReason: null,
  boundLowNanoUsd: null,
  boundHighNanoUsd: null,
  rateCardId: "old",
  promptHash: null,
  tags: {},
};

test("a cost is explained by the price row that it was found with, not by a later one", () => {
  const sentences = explainLoggedCall(call, [card("new", "0.05"), card("old", "0.04")]);
  expect(sentences.at(-1)).toBe("Total $0.04.");
});

test("sentences that do not arrive at the stored cost stay away", () => {
  expect(explainLoggedCall(call, [card("old", "0.06")])).toEqual([]);
  expect(explainLoggedCall(call, [])).toEqual([]);
});

test("what the provider charged needs no price row", () => {
  const charged: LoggedCall = { ...call, costBasis: "charged", costNanoUsd: "31000000", rateCardId: null };
  expect(explainLoggedCall(charged, []).at(0)).toBe("The provider said what it charged for this call.");
});

test("a call without a price says why", () => {
  const unpriced: LoggedCall = {
    ...call,
    costBasis: "unpriced",
    costNanoUsd: null,
    unpricedReason: "unknown_model",
    rateCardId: null,
  };
  expect(explainLoggedCall(unpriced, [card("old", "0.04")]).at(0)).toContain("No rate card for pictures-1");
});
