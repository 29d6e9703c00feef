import { ExternalLink, History } from "lucide-react";
import Link from "next/link";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { RateCard, TokenRates } from "@/lib/pricing";
import { addDays, formatDate } from "@/lib/time";
import {
  currencyOf,
  describeScheme,
  describeSource,
  isPlain,
  lifecycleOn,
  priceText,
} from "./describe-rate-card";
import { RATE_NAMES } from "./form/form-words";
import { explainImageCost, imageCostGrid } from "./image-cost-grid";
import { LifecycleBadge } from "./lifecycle-badge";
import { modelHref } from "./prices-links";
import { RemovePrice } from "./remove-price";
import { SchemePrices } from "./scheme-prices";

export interface RateCardSheetProps {
  card: RateCard | null;
  today: string;
  workspace: string;
  /** Both absent when the viewer may not change prices. */
  onReplace?: ((card: RateCard) => void) | undefined;
  onDelete?: ((card: RateCard) => void) | undefined;
  onClose: () => void;
}

/** Everything that is known of one price, and what a picture costs under it. */
export function RateCardSheet({ card, today, workspace, onReplace, onDelete, onClose }: RateCardSheetProps) {
  return (
    <Sheet open={card !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {card && (
        <SheetContent title={card.name} side="right" className="w-[32rem]">
          <div className="grid gap-6 pt-1">
            <div className="flex flex-wrap gap-2">
              {onReplace && (
                <Button size="sm" onClick={() => onReplace(card)}>
                  {card.origin === "workspace" ? "New price from a date" : "Override"}
                </Button>
              )}
              <Button size="sm" asChild>
                <Link href={modelHref(workspace, card)}>
                  <History aria-hidden /> History
                </Link>
              </Button>
            </div>
            <Facts card={card} today={today} />
            {card.prices.scheme === "tokens" && (
              <Rates
                standard={card.prices.standard}
                batch={card.prices.batch}
                currency={currencyOf(card.prices)}
              />
            )}
            <SchemePrices prices={card.prices} />
            <Grid card={card} />
            {card.origin === "workspace" && onDelete && (
              <RemovePrice workspace={workspace} card={card} onDelete={onDelete} />
            )}
          </div>
        </SheetContent>
      )}
    </Sheet>
  );
}

function Facts({ card, today }: { card: RateCard; today: string }) {
  const facts: [string, React.ReactNode][] = [
    ["Model", card.model],
    ["Provider", card.provider],
    ["Billed", describeScheme(card)],
    ["Valid from", formatDate(card.validFrom)],
    ["Checked on", formatDate(card.checkedOn)],
  ];
  if (card.validTo !== null) facts.push(["Last day", formatDate(addDays(card.validTo, -1))]);
  if (!isPlain(card.prices.multiplier)) facts.push(["Factor", `× ${card.prices.multiplier} on every price`]);
  if (card.shutdownOn !== null) {
    facts.push([
      "Model shuts down",
      <span key="shutdown" className="flex items-center gap-2">
        {formatDate(card.shutdownOn)}
        <LifecycleBadge lifecycle={lifecycleOn(card, today)} shutdownOn={card.shutdownOn} />
      </span>,
    ]);
  }
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
        <dt className="text-muted">Source</dt>
        <dd className="flex min-w-0 flex-wrap items-center gap-2">
          <Badge tone={card.origin === "workspace" ? "accent" : "neutral"}>{describeSource(card)}</Badge>
          {card.sourceUrl && (
            <a
              href={card.sourceUrl}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-w-0 items-center gap-1 text-accent hover:underline"
            >
              <span className="truncate">{new URL(card.sourceUrl).hostname}</span>
              <ExternalLink aria-hidden className="size-3 shrink-0" />
            </a>
          )}
        </dd>
      </dl>
      {card.notes && <p className="text-sm text-muted">{card.notes}</p>}
    </div>
  );
}

interface RatesProps {
  standard: TokenRates;
  batch: TokenRates | null;
  currency: string;
}

function Rates({ standard, batch, currency }: RatesProps) {
  return (
    <div className="-mx-4">
      <h3 className="px-4 pb-1 font-semibold">Price of a million tokens</h3>
      <Table label="Price of a million tokens">
        <TableHead>
          <TableRow>
            <TableHeader>Tokens</TableHeader>
            <TableHeader align="end">Standard</TableHeader>
            <TableHeader align="end">Batch</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {RATE_NAMES.map(([key, label]) => (
            <TableRow key={key}>
              <TableRowHeader className="font-normal">{label}</TableRowHeader>
              <TableCell align="end">{rateText(standard[key], currency)}</TableCell>
              <TableCell align="end">{rateText(batch?.[key] ?? null, currency)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function rateText(price: string | null, currency: string) {
  return price === null ? <span className="text-muted">none listed</span> : priceText(price, currency);
}

function Grid({ card }: { card: RateCard }) {
  const grid = imageCostGrid(card, false);
  if (grid === null) {
    return card.prices.scheme === "tokens" ? (
      <p className="text-muted">
        The provider does not say how many tokens a picture takes, so calls are priced by the usage that comes
        back and nothing can be estimated beforehand.
      </p>
    ) : null;
  }
  return (
    <div className="-mx-4">
      <h3 className="px-4 pb-1 font-semibold">One picture, without its input</h3>
      <Table label="Cost of one picture by size and quality">
        <TableHead>
          <TableRow>
            <TableHeader>Size</TableHeader>
            {grid.qualities.map((quality) => (
              <TableHeader key={quality} align="end">
                {quality}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {grid.rows.map(({ size, costs }) => (
            <TableRow key={size}>
              <TableRowHeader className="font-normal tabular-nums">{size.replace("x", "×")}</TableRowHeader>
              {costs.map((cost, index) => (
                <TableCell key={grid.qualities[index]} align="end">
                  <ExplainAmount
                    of={
                      cost === null
                        ? null
                        : () =>
                            explainImageCost(card, {
                              size,
                              quality: grid.qualities[index] ?? "",
                              isBatch: false,
                            })
                    }
                  >
                    <Amount nanoUsd={cost} as="unit" nullLabel="no price" />
                  </ExplainAmount>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
