"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText, Plus, ReceiptText, RotateCcw, Tags } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { notify, notifyError } from "@/components/ui/toast";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { useDeleteRateCard } from "@/lib/client/price-mutations";
import { rateCardsQuery } from "@/lib/client/price-queries";
import type { RateCard } from "@/lib/pricing";
import { CatalogueCard } from "./catalogue-card";
import { LifecycleCard } from "./lifecycle-card";
import { PriceFormGate } from "./price-form-gate";
import { billingRulesHref, priceListsHref, repricingHref } from "./prices-links";
import { RateCardTable } from "./rate-card-table";
import { usePriceForm } from "./use-price-form";

const RateCardSheet = dynamic(() => import("./rate-card-sheet").then((module) => module.RateCardSheet), {
  ssr: false,
});

/** What models cost and who says so: the workspace's own prices, models that end, then the catalogue. */
export function PricesScreen({ today }: { today: string }) {
  const { slug } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const { data, error, refetch, isFetching } = useQuery(rateCardsQuery(slug));
  const [opened, setOpened] = useState<RateCard | null>(null);
  const form = usePriceForm();
  const remove = useDeleteRateCard(slug);
  const cards = data?.items ?? [];
  const own = cards.filter((card) => card.origin === "workspace");
  const catalogue = cards.filter((card) => card.origin === "catalogue");

  function deleteCard(card: RateCard) {
    remove.mutate(card.id, {
      onSuccess: () => {
        setOpened(null);
        notify({ message: `The price of ${card.name} is removed.` });
      },
      onError: (problem) => notifyError(messageOf(problem)),
    });
  }

  function replaceCard(card: RateCard) {
    setOpened(null);
    form.open({ base: card.id });
  }

  const addButton = (
    <Button
      variant="primary"
      onClick={() => form.open()}
      disabled={!mayEdit}
      title={mayEdit ? undefined : "Owners, admins and finance may add prices."}
    >
      <Plus aria-hidden /> Add a price
    </Button>
  );

  return (
    <>
      <PageHeader
        title="Prices"
        subline="Valid from their dates; logged calls keep the price of their day"
        actions={
          <>
            <Button asChild>
              <Link href={priceListsHref(slug)}>
                <FileText aria-hidden /> Price lists
              </Link>
            </Button>
            <Button asChild>
              <Link href={repricingHref(slug)}>
                <RotateCcw aria-hidden /> Reprice calls
              </Link>
            </Button>
            <Button asChild>
              <Link href={billingRulesHref(slug)}>
                <ReceiptText aria-hidden /> Billing rules
              </Link>
            </Button>
            {addButton}
          </>
        }
      />
      {error && !data ? (
        <Card>
          <ErrorState
            message={messageOf(error)}
            requestId={error instanceof ApiError ? error.requestId : null}
            onRetry={() => void refetch()}
            isRetrying={isFetching}
          />
        </Card>
      ) : (
        <div className="grid grid-cols-1 gap-3.5">
          <Card>
            <CardHeader
              title="Your prices"
              description="They win over the catalogue for the same provider and model."
            />
            {!data ? (
              <Rows count={2} />
            ) : own.length === 0 ? (
              <EmptyState
                icon={Tags}
                title="No price of your own yet"
                description="Gateways such as WisGate publish no price list. Enter what yours charges, and its calls and scenarios are priced."
                action={mayEdit ? addButton : undefined}
              />
            ) : (
              <div className="pt-2">
                <RateCardTable label="Your prices" cards={own} today={today} onOpen={setOpened} />
              </div>
            )}
          </Card>
          <LifecycleCard workspace={slug} />
          {data ? (
            <CatalogueCard cards={catalogue} today={today} onOpen={setOpened} />
          ) : (
            <Card>
              <Rows count={9} />
            </Card>
          )}
        </div>
      )}
      {mayEdit && data && <PriceFormGate form={form} cards={cards} today={today} />}
      <RateCardSheet
        card={opened}
        today={today}
        workspace={slug}
        onReplace={mayEdit ? replaceCard : undefined}
        onDelete={mayEdit ? deleteCard : undefined}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

function Rows({ count }: { count: number }) {
  return (
    <div className="grid gap-px px-4 pt-11 pb-1" aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex h-9 items-center">
          <Skeleton className="h-3.5 w-full" />
        </div>
      ))}
    </div>
  );
}
