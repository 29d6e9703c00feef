"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Tags } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { notify, notifyError } from "@/components/ui/toast";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { useDeleteRateCard } from "@/lib/client/price-mutations";
import { rateCardsQuery } from "@/lib/client/price-queries";
import type { RateCard } from "@/lib/pricing";
import { RateCardTable } from "./rate-card-table";

const AddPriceDialog = dynamic(() => import("./add-price-dialog").then((module) => module.AddPriceDialog), {
  ssr: false,
});
const RateCardSheet = dynamic(() => import("./rate-card-sheet").then((module) => module.RateCardSheet), {
  ssr: false,
});

/** What models cost and who says so: the workspace's own prices, then the catalogue. */
export function PricesScreen({ today }: { today: string }) {
  const { slug } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const { data, error, refetch, isFetching } = useQuery(rateCardsQuery(slug));
  const [isAdding, setIsAdding] = useState(false);
  const [opened, setOpened] = useState<RateCard | null>(null);
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

  const addButton = (
    <Button
      variant="primary"
      onClick={() => setIsAdding(true)}
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
        actions={addButton}
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
                <RateCardTable cards={own} today={today} onOpen={setOpened} />
              </div>
            )}
          </Card>
          <Card>
            <CardHeader
              title="Catalogue"
              description="List prices that come with Pixelcast, with the day they were checked."
            />
            {!data ? (
              <Rows count={9} />
            ) : (
              <div className="pt-2">
                <RateCardTable cards={catalogue} today={today} onOpen={setOpened} />
              </div>
            )}
          </Card>
        </div>
      )}
      <Dialog open={isAdding} onOpenChange={setIsAdding}>
        {isAdding && (
          <AddPriceDialog workspace={slug} cards={cards} today={today} onClose={() => setIsAdding(false)} />
        )}
      </Dialog>
      <RateCardSheet
        card={opened}
        today={today}
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
