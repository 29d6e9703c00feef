"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Tags } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { messageOf } from "@/lib/client/api-error";
import { rateCardsQuery } from "@/lib/client/price-queries";
import type { RateCard } from "@/lib/pricing";
import { formatDate } from "@/lib/time";
import { describeMainPrice, describeSource, lifecycleOn } from "./describe-rate-card";
import { HistoryTimeline, spanText } from "./history-timeline";
import { LifecycleBadge } from "./lifecycle-badge";
import { priceHistory, type HistoryLine } from "./price-history";

const RateCardSheet = dynamic(() => import("./rate-card-sheet").then((module) => module.RateCardSheet), {
  ssr: false,
});

interface ModelScreenProps {
  provider: string;
  model: string;
  today: string;
}

/** Every price of one model at one provider on a time axis: what held when, and what will. */
export function ModelScreen({ provider, model, today }: ModelScreenProps) {
  const { slug } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const { data, error, refetch, isFetching } = useQuery(rateCardsQuery(slug));
  const [opened, setOpened] = useState<RateCard | null>(null);
  const lines = priceHistory(data?.items ?? [], { provider, model }, today);
  const shutdownOn = lines.find(({ card }) => card.shutdownOn !== null)?.card.shutdownOn ?? null;
  const current = lines.find((line) => line.isInForceToday)?.card ?? lines[0]?.card;
  const addHref = `/w/${slug}/prices?${new URLSearchParams({
    add: "1",
    provider,
    model,
    ...(current && { base: current.id }),
  }).toString()}`;
  return (
    <>
      <PageHeader
        title={model}
        subline={`at ${provider}`}
        badges={<LifecycleBadge lifecycle={lifecycleOn({ shutdownOn }, today)} shutdownOn={shutdownOn} />}
        breadcrumbs={[{ label: "Prices", href: `/w/${slug}/prices` }]}
        actions={
          mayEdit && (
            <Button variant="primary" asChild>
              <Link href={addHref}>
                <Plus aria-hidden /> New price from a date
              </Link>
            </Button>
          )
        }
      />
      <Card>
        <CardHeader
          title="History"
          description="Solid while calls are priced with it; dashed while another price wins. Dates are UTC."
        />
        {error && !data ? (
          <ErrorState message={messageOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
        ) : !data ? (
          <div className="grid gap-2 p-4" aria-hidden>
            <Skeleton className="h-24 w-full" />
          </div>
        ) : lines.length === 0 ? (
          <EmptyState
            icon={Tags}
            title="No price of this model"
            description="Nothing is listed or entered for it."
          />
        ) : (
          <>
            <HistoryTimeline lines={lines} shutdownOn={shutdownOn} today={today} />
            <HistoryTable lines={lines} onOpen={setOpened} />
          </>
        )}
      </Card>
      <RateCardSheet card={opened} today={today} workspace={slug} onClose={() => setOpened(null)} />
    </>
  );
}

function HistoryTable({
  lines,
  onOpen,
}: {
  lines: readonly HistoryLine[];
  onOpen: (card: RateCard) => void;
}) {
  return (
    <Table label="Prices of this model">
      <TableHead>
        <TableRow>
          <TableHeader>Price</TableHeader>
          <TableHeader>Main price</TableHeader>
          <TableHeader>Source</TableHeader>
          <TableHeader>Valid</TableHeader>
          <TableHeader>In force</TableHeader>
          <TableHeader align="end">Checked</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ card, validity, inForce, isInForceToday }) => (
          <TableRow key={card.id} className="relative hover:bg-sunken">
            <TableRowHeader className="whitespace-nowrap">
              <span className="flex items-center gap-2">
                <button
                  type="button"
                  onClick={() => onOpen(card)}
                  className="rounded-sm text-left font-medium before:absolute before:inset-0 hover:text-accent"
                >
                  {card.name}
                </button>
                {isInForceToday && <Badge tone="accent">in force today</Badge>}
              </span>
            </TableRowHeader>
            <TableCell className="whitespace-nowrap tabular-nums">{describeMainPrice(card)}</TableCell>
            <TableCell className="whitespace-nowrap">{describeSource(card)}</TableCell>
            <TableCell className="whitespace-nowrap">{spanText(validity)}</TableCell>
            <TableCell className="whitespace-nowrap">
              {inForce.length === 0 ? "never: another price wins" : inForce.map(spanText).join("; ")}
            </TableCell>
            <TableCell align="end">{formatDate(card.checkedOn)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
