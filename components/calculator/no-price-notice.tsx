"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import {
  type Estimate,
  estimateRequest,
  type HypotheticalRequest,
  NEAREST_ESTIMABLE_MODEL,
  type PriceBook,
} from "@/lib/pricing";
import { monthRange } from "./month-range";
import { RangeAmount } from "./range-amount";

export interface NoPriceNoticeProps {
  book: PriceBook;
  request: HypotheticalRequest;
  estimate: Estimate;
  onChoose: (provider: string, model: string) => void;
}

/** For a model whose tokens nobody states beforehand: what the nearest model would cost that can be estimated. */
export function NoPriceNotice({ book, request, estimate, onChoose }: NoPriceNoticeProps) {
  if (estimate.status !== "unpriced" || estimate.reason !== "output_tokens_unknown") return null;
  const near = { ...request, provider: "openai", model: NEAREST_ESTIMABLE_MODEL };
  const range = monthRange(estimateRequest(book, near), 1);
  if (range === null) return null;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <p>
        {request.model} has no price before a call reports its tokens. For scale: the same request to{" "}
        {near.model} costs{" "}
        <span className="font-semibold">
          <RangeAmount range={range} />
        </span>
        .
      </p>
      <Button size="sm" onClick={() => onChoose(near.provider, near.model)}>
        Show {near.model}
      </Button>
    </Card>
  );
}
