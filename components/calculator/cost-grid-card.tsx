"use client";

import { useMemo } from "react";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { costGrid, pricedPictures } from "@/lib/calculator";
import {
  type Estimate,
  type HypotheticalRequest,
  type PriceBook,
  type RateCard,
  sizeProblems,
} from "@/lib/pricing";
import { drawnSize } from "./drawn-size";

export interface CostGridCardProps {
  book: PriceBook;
  request: HypotheticalRequest;
  card: RateCard | null;
  onChoose: (size: string, quality: string) => void;
}

/** What one image costs at every size and quality; a press on a cell asks for that picture. */
export function CostGridCard({ book, request, card, onChoose }: CostGridCardProps) {
  const grid = useMemo(() => {
    if (card === null) return null;
    const pictures = pricedPictures(card);
    const all = costGrid(book, request, { ...pictures, sizes: withAsked(pictures.sizes, request) });
    const hasPrice = all.rows.some(({ cells }) => cells.some((cell) => cell.status === "priced"));
    return hasPrice && (all.rows.length > 1 || all.qualities.length > 1) ? all : null;
  }, [book, request, card]);
  if (grid === null) return null;
  const dearest = Math.max(...grid.rows.flatMap(({ cells }) => cells.map(pixelCost)));

  return (
    <Card aria-labelledby="grid-title" className="min-w-0 overflow-hidden">
      <CardHeader
        titleId="grid-title"
        title="One image by size and quality"
        description="Prompt and reference images included. Press a price to choose it."
      />
      <div className="pt-2">
        <Table label="Cost of one image by size and quality">
          <TableHead>
            <TableRow>
              <TableHeader>Size</TableHeader>
              {grid.qualities.map((quality) => (
                <TableHeader key={quality} align="end">
                  {quality === "auto" ? "any quality" : quality}
                </TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {grid.rows.map(({ size, cells }) => (
              <TableRow key={size}>
                <TableRowHeader className="whitespace-nowrap tabular-nums">{drawnSize(size)}</TableRowHeader>
                {cells.map((cell, index) => {
                  const quality = grid.qualities[index] ?? "auto";
                  return (
                    <TableCell key={quality} align="end" className="px-2">
                      <CostCell
                        estimate={cell}
                        share={pixelCost(cell) / dearest}
                        name={`${drawnSize(size)}, ${quality}`}
                        isChosen={
                          (request.size ?? "auto") === size && (request.quality ?? "auto") === quality
                        }
                        onChoose={() => onChoose(size, quality)}
                      />
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Card>
  );
}

/** The size that is asked for stands first where the list does not have it and the model makes it. */
function withAsked(sizes: readonly string[], { model, size }: HypotheticalRequest): readonly string[] {
  const isKnown = size === null || sizes.includes(size) || sizes.includes("auto");
  return isKnown || sizeProblems(model, size).length > 0 ? sizes : [size, ...sizes];
}

interface CostCellProps {
  estimate: Estimate;
  /** Of the dearest cell, for the length of the bar. */
  share: number;
  name: string;
  isChosen: boolean;
  onChoose: () => void;
}

function CostCell({ estimate, share, name, isChosen, onChoose }: CostCellProps) {
  if (estimate.status !== "priced") return <Amount nanoUsd={null} nullLabel="no price" className="px-2" />;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={cn(
        "relative ml-auto block rounded-control px-2 py-1 transition-colors hover:bg-sunken",
        isChosen && "bg-accent-soft font-semibold text-accent hover:bg-accent-soft",
      )}
    >
      <span className="sr-only">{name}: </span>
      <Amount nanoUsd={estimate.perImageNanoUsd} as="unit" />
      <span aria-hidden className="mt-0.5 block h-0.5 w-14 rounded-full bg-sunken">
        <span
          className={cn("block h-full rounded-full", isChosen ? "bg-accent" : "bg-faint")}
          style={{ width: `${Math.max(2, share * 100)}%` }}
        />
      </span>
    </button>
  );
}

/** For the length of a bar only; the amount itself is drawn exactly. */
function pixelCost(estimate: Estimate): number {
  return estimate.status === "priced" ? Number(estimate.perImageNanoUsd) : 0;
}
