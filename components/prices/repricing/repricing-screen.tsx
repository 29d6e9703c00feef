"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useEffect, useRef } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useWorkspace } from "@/components/layout/workspace-context";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useCreateRepricing, useRefreshAfterRepricing } from "@/lib/client/repricing-mutations";
import { repricingQuery } from "@/lib/client/repricing-queries";
import { repricingSearchParsers } from "@/lib/client/repricing-search";
import type { Repricing, RepricingSummary } from "@/lib/contracts/repricings";
import { RepricingCard } from "./repricing-card";
import { RepricingForm } from "./repricing-form";
import { RepricingHistory } from "./repricing-history";

/** Past calls at the prices of their days: tried out, looked at, and then applied or not. */
export function RepricingScreen({ today }: { today: string }) {
  const { slug } = useWorkspace();
  const [search, setSearch] = useQueryStates(repricingSearchParsers, { history: "push" });
  const { id, ...asked } = search;
  const show = (repricing: RepricingSummary) => void setSearch({ id: repricing.id });
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: "Prices", href: `/w/${slug}/prices` }]}
        title="Reprice past calls"
        subline="A new price changes no logged call until it is applied here"
      />
      <div className="grid grid-cols-1 gap-3.5">
        <RepricingForm
          // A form that is asked for other calls begins anew.
          key={Object.values(asked).join(" ")}
          today={today}
          asked={asked}
          onStarted={show}
        />
        {id !== null && <ShownRepricing id={id} onShow={show} />}
        <RepricingHistory shownId={id} onShow={show} />
      </div>
    </>
  );
}

function ShownRepricing({ id, onShow }: { id: string; onShow: (repricing: Repricing) => void }) {
  const { slug } = useWorkspace();
  const query = useQuery(repricingQuery(slug, id));
  const create = useCreateRepricing(slug);
  useRefreshOnceApplied(query.data);
  if (query.isPending) return <Skeleton className="h-40 rounded-card" />;
  if (query.isError) {
    return (
      <ErrorState
        message={messageOf(query.error)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  }
  const { from, to, provider, model, onlyUnpriced } = query.data;
  return (
    <RepricingCard
      repricing={query.data}
      onAgain={() =>
        create.mutate(
          { from, to, provider, model, onlyUnpriced },
          { onSuccess: onShow, onError: (error) => notifyError("It was not tried", messageOf(error)) },
        )
      }
    />
  );
}

/** When the last day has been applied, everything that is drawn from calls is asked for again, once. */
function useRefreshOnceApplied(current: Repricing | undefined): void {
  const { slug } = useWorkspace();
  const refresh = useRefreshAfterRepricing(slug);
  const wasApplying = useRef(false);
  const status = current?.status;
  useEffect(() => {
    if (status === undefined) return;
    if (wasApplying.current && status !== "applying") void refresh();
    wasApplying.current = status === "applying";
  }, [status, refresh]);
}
