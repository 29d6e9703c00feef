"use client";

import { ExternalLink } from "lucide-react";
import { useOrigin } from "@/components/layout/use-origin";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { type CalculatorState, calculatorSearch } from "@/lib/client/calculator-search";
import type { Estimate, HypotheticalRequest } from "@/lib/pricing";
import { explanationSentences, explanationText } from "./explanation-text";
import { lifecycleNote } from "./model-choices";

export interface HowComputedCardProps {
  estimate: Estimate;
  request: HypotheticalRequest;
  volume: number;
  state: CalculatorState;
}

/** Each step with its numbers put in, and the price list behind them. */
export function HowComputedCard({ estimate, request, volume, state }: HowComputedCardProps) {
  const { rateCard } = estimate;
  const origin = useOrigin();
  const link = `${origin}/calculator${calculatorSearch({ ...state, on: request.on })}`;
  const ending = rateCard && lifecycleNote(rateCard, request.on);
  return (
    <Card aria-labelledby="how-computed">
      <CardHeader
        titleId="how-computed"
        title="How it is computed"
        description="Exact to the nano-dollar, rounded once."
        actions={
          <CopyButton
            value={explanationText(estimate, request, volume, link)}
            label="Copy as text"
            size="sm"
          />
        }
      />
      <ol className="grid gap-1.5 px-4 py-3">
        {explanationSentences(estimate, volume).map((sentence, index, all) => (
          <li key={index} className={index === all.length - 1 ? "font-semibold" : "text-muted"}>
            {sentence}
          </li>
        ))}
      </ol>
      {rateCard && (
        <CardFooter>
          {rateCard.notes && <span className="min-w-0 wrap-anywhere">{rateCard.notes}</span>}
          {ending && <span className="font-medium text-over">{ending}.</span>}
          {rateCard.sourceUrl && (
            <a
              href={rateCard.sourceUrl}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 rounded-sm text-accent hover:underline"
            >
              Source <ExternalLink aria-hidden className="size-3" />
            </a>
          )}
        </CardFooter>
      )}
    </Card>
  );
}
