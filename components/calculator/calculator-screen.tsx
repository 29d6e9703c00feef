"use client";

import { useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { calculatorParsers } from "@/lib/client/calculator-search";
import { estimateRequest, findRateCard, type RateCard } from "@/lib/pricing";
import type { ChangeState } from "./change-state";
import { CalculatorHeader } from "./calculator-header";
import { CheaperSizesCard } from "./cheaper-sizes-card";
import { CompareCard } from "./compare/compare-card";
import { CostGridCard } from "./cost-grid-card";
import { HowComputedCard } from "./how-computed-card";
import { NoPriceNotice } from "./no-price-notice";
import { RequestCard } from "./request-card";
import { ResultFigures } from "./result-figures";
import { SeedStory } from "./seed-story";
import { toRequest } from "./to-request";
import { TotalBar } from "./total-bar";
import { useCatalogue } from "./use-catalogue";

export interface CalculatorScreenProps {
  /** The cards that the first paint needs. */
  cards: readonly RateCard[];
  /** YYYY-MM-DD in UTC. */
  today: string;
}

/** What any request for images costs at list prices, computed as it is typed. */
export function CalculatorScreen({ cards: firstCards, today }: CalculatorScreenProps) {
  const [state, setState] = useQueryStates(calculatorParsers, { history: "replace", clearOnDefault: true });
  const { cards, book } = useCatalogue(firstCards);
  const request = useMemo(() => toRequest(state, today), [state, today]);
  const card = useMemo(() => findRateCard(book, request), [book, request]);
  const estimate = useMemo(() => estimateRequest(book, request), [book, request]);
  // What stands below may follow a moment later while a slider moves.
  const settled = useDeferredValue(request);
  const settledState = useDeferredValue(state);

  // From the first change on the address names its day, so that it reopens the same total when prices have changed.
  const change: ChangeState = (changes) => void setState({ on: state.on ?? today, ...changes });

  return (
    <div className="mx-auto w-full max-w-[75rem] px-4 pb-10 lg:px-6">
      <CalculatorHeader state={state} today={today} />
      <main className="grid gap-4">
        <div className="grid gap-1 pt-2 pb-1 lg:pt-5">
          <h1 className="text-title lg:text-figure">What does an AI image cost?</h1>
          <p className="max-w-2xl text-lg text-muted">
            Any size, quality and model: tokens, price per image and per month, how it was computed, and
            cheaper sizes with at least as many pixels.
          </p>
        </div>
        <div className="grid items-start gap-4 lg:grid-cols-[22.5rem_minmax(0,1fr)]">
          <RequestCard state={state} change={change} cards={cards} card={card} book={book} today={today} />
          <div className="grid min-w-0 gap-4">
            <ResultFigures estimate={estimate} request={request} volume={state.volume} />
            <NoPriceNotice
              book={book}
              request={request}
              estimate={estimate}
              onChoose={(provider, model) => change({ provider, model })}
            />
            <HowComputedCard estimate={estimate} request={request} volume={state.volume} state={state} />
            <CostGridCard
              book={book}
              request={settled}
              card={card}
              onChoose={(size, quality) => change({ size, quality })}
            />
            <CheaperSizesCard
              book={book}
              request={settled}
              volume={settledState.volume}
              onChoose={(size) => change({ size })}
            />
          </div>
        </div>
        <CompareCard book={book} cards={cards} request={settled} state={settledState} change={change} />
        <SeedStory book={book} request={settled} />
      </main>
      <TotalBar estimate={estimate} volume={state.volume} />
    </div>
  );
}
