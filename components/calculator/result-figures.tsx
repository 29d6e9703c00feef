"use client";

import { useDeferredValue } from "react";
import { KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { Amount } from "@/components/ui/amount";
import { divideHalfEven, nanoUsd, type NanoUsd } from "@/lib/money";
import type { Estimate, HypotheticalRequest } from "@/lib/pricing";
import { explanationSentences } from "./explanation-text";
import { monthRange } from "./month-range";
import { RangeAmount } from "./range-amount";

export interface ResultFiguresProps {
  estimate: Estimate;
  request: HypotheticalRequest;
  volume: number;
}

/** The answer: one image, one request, one month, and the tokens behind them. */
export function ResultFigures({ estimate, request, volume }: ResultFiguresProps) {
  const { n } = request;
  // Read aloud once the typing pauses, not at every key.
  const spoken = useDeferredValue(explanationSentences(estimate, volume).at(-1));
  const tokens = estimate.status === "priced" ? estimate.imageOutputTokens : null;
  return (
    <section aria-label="What it costs">
      <KeyFigures>
        <KeyFigure
          label="Per image"
          value={<RangeAmount range={perImage(estimate, n)} />}
          detail={<PerImageDetail estimate={estimate} />}
        />
        <KeyFigure
          label="Per call"
          value={<RangeAmount range={monthRange(estimate, 1)} />}
          detail={n === 1 ? "1 image" : `${n} images`}
        />
        <KeyFigure
          label="Per month"
          value={<RangeAmount range={monthRange(estimate, volume)} as="cents" />}
          detail={`${volume.toLocaleString("en-US")} ${volume === 1 ? "call" : "calls"}`}
        />
        <KeyFigure
          label="Image output tokens"
          value={
            tokens === null ? (
              <Amount nanoUsd={null} nullLabel="not known" />
            ) : (
              <span>{tokens.toLocaleString("en-US")}</span>
            )
          }
          detail={tokens === null ? tokenNote(estimate) : "per image"}
        />
      </KeyFigures>
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </section>
  );
}

function PerImageDetail({ estimate }: { estimate: Estimate }) {
  switch (estimate.status) {
    case "priced":
      if (estimate.perImageInputNanoUsd === 0n) return "no input billed apart";
      return (
        <>
          of which input <Amount nanoUsd={estimate.perImageInputNanoUsd} as="exact" />
        </>
      );
    case "range":
      return "cheapest to dearest";
    case "unpriced":
      return "no price";
  }
}

/** Why no tokens are shown. */
function tokenNote(estimate: Estimate): string {
  switch (estimate.status) {
    case "priced":
      return "not billed by token";
    case "range":
      return "left to the model";
    case "unpriced":
      return "not known";
  }
}

function perImage(estimate: Estimate, n: number): { low: NanoUsd; high: NanoUsd } | null {
  const share = (cost: NanoUsd) => nanoUsd(divideHalfEven(cost, BigInt(n)));
  switch (estimate.status) {
    case "priced":
      return { low: estimate.perImageNanoUsd, high: estimate.perImageNanoUsd };
    case "range":
      return { low: share(estimate.lowNanoUsd), high: share(estimate.highNanoUsd) };
    case "unpriced":
      return null;
  }
}
