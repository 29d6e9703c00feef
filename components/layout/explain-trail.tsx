"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/client/api-error";
import { explanationQuery } from "@/lib/client/explanation-queries";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import type { Derivation } from "@/lib/derivations";
import type { Explainable } from "./explainable";
import { ExplainDerivation } from "./explain-derivation";
import { useWorkspace } from "./workspace-context";

type Explained = Derivation<ExplanationQuery>;

/** A place on the way down: what was asked, or what is known already. */
interface Place {
  title: string;
  of: ExplanationQuery | Explained;
}

/** The way from an amount down to what it is made of, one step at a time, and back. */
export function ExplainTrail({ of }: { of: Explainable }) {
  const [trail, setTrail] = useState<Place[]>(() => {
    const start = typeof of === "function" ? of() : of;
    return start === null ? [] : [{ title: "", of: start }];
  });
  const region = useRef<HTMLDivElement>(null);
  const depth = trail.length;
  const shownDepth = useRef(depth);
  useEffect(() => {
    // The row that was pressed is gone by now; the reader goes on at the top of what came.
    if (shownDepth.current !== depth) region.current?.focus();
    shownDepth.current = depth;
  }, [depth]);

  const place = trail.at(-1);
  const before = trail.at(-2);
  if (place === undefined) return <p className="text-muted">There is nothing to explain.</p>;
  const replace = (next: Place) => setTrail((places) => [...places.slice(0, -1), next]);
  const body = {
    onStep: (step: Explained) =>
      setTrail((places) => [...places, { title: step.title, of: step.more ?? step }]),
    onOtherway: (question: ExplanationQuery) => replace({ title: place.title, of: question }),
  };
  return (
    <div ref={region} tabIndex={-1} className="grid gap-3 outline-none">
      {before && (
        <Button
          variant="ghost"
          size="sm"
          className="-mt-1 -ml-2 max-w-full justify-self-start"
          onClick={() => setTrail((places) => places.slice(0, -1))}
        >
          <ChevronLeft aria-hidden />
          <span className="truncate">Back{before.title && ` to ${before.title}`}</span>
        </Button>
      )}
      {"subject" in place.of ? (
        <Asked key={JSON.stringify(place.of)} question={place.of} {...body} />
      ) : (
        <ExplainDerivation derivation={place.of} {...body} />
      )}
    </div>
  );
}

interface AskedProps {
  question: ExplanationQuery;
  onStep: (step: Explained) => void;
  onOtherway: (question: ExplanationQuery) => void;
}

function Asked({ question, ...body }: AskedProps) {
  const { slug } = useWorkspace();
  const query = useQuery(explanationQuery(slug, question));
  if (query.isPending) {
    return (
      <div role="status" aria-label="Loading how this came about" className="grid gap-3">
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-7 w-1/3" />
        <Skeleton className="h-24" />
        <Skeleton className="h-16" />
      </div>
    );
  }
  if (query.isError) {
    return (
      <ErrorState
        className="py-6"
        message={messageOf(query.error)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  }
  return <ExplainDerivation derivation={query.data} question={question} {...body} />;
}
