"use client";

import { useMemo } from "react";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { cheaperSizes, type CheaperSize, requestsCost } from "@/lib/calculator";
import { formatPercent } from "@/lib/money";
import type { HypotheticalRequest, PriceBook } from "@/lib/pricing";
import { drawnSize } from "./drawn-size";

export interface CheaperSizesCardProps {
  book: PriceBook;
  request: HypotheticalRequest;
  volume: number;
  onChoose: (size: string) => void;
}

/** Sizes with at least as many pixels that cost less, as gpt-image-2's formula has them. */
export function CheaperSizesCard({ book, request, volume, onChoose }: CheaperSizesCardProps) {
  const { sameShape, otherShapes } = useMemo(() => cheaperSizes(book, request), [book, request]);
  if (sameShape.length === 0 && otherShapes.length === 0) return null;
  const images = BigInt(volume) * BigInt(request.n);
  const size = drawnSize(request.size ?? "auto");
  return (
    <Card aria-labelledby="cheaper-title" className="min-w-0 overflow-hidden">
      <CardHeader
        titleId="cheaper-title"
        title="Cheaper sizes with at least as many pixels"
        description={`Instead of ${size}: the model makes each of these, and none has fewer pixels.`}
      />
      <div className="pt-2">
        <Table label="Cheaper sizes">
          <TableHead>
            <TableRow>
              <TableHeader>Size</TableHeader>
              <TableHeader align="end" className="max-sm:px-2">
                Megapixels
              </TableHeader>
              <TableHeader align="end" className="max-sm:px-2">
                Per image
              </TableHeader>
              <TableHeader align="end" className="max-sm:px-2">
                Saves
              </TableHeader>
              <TableHeader align="end" className="max-sm:hidden">
                Saves a month
              </TableHeader>
              <TableHeader className="max-sm:px-2">
                <span className="sr-only">Choose</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            <SizeRows title="Much the same shape" sizes={sameShape} images={images} onChoose={onChoose} />
            <SizeRows title="Other shapes" sizes={otherShapes} images={images} onChoose={onChoose} />
          </TableBody>
        </Table>
      </div>
    </Card>
  );
}

interface SizeRowsProps {
  title: string;
  sizes: readonly CheaperSize[];
  /** A month. */
  images: bigint;
  onChoose: (size: string) => void;
}

function SizeRows({ title, sizes, images, onChoose }: SizeRowsProps) {
  if (sizes.length === 0) return null;
  return (
    <>
      <TableRow>
        <TableRowHeader scope="rowgroup" colSpan={6} className="h-8 bg-background text-sm text-muted">
          {title}
        </TableRowHeader>
      </TableRow>
      {sizes.map(({ size, pixels, perImageNanoUsd, savingNanoUsd, savingBasisPoints }) => (
        <TableRow key={size}>
          <TableRowHeader className="whitespace-nowrap tabular-nums">{drawnSize(size)}</TableRowHeader>
          <TableCell align="end" className="max-sm:px-2">
            {(pixels / 1e6).toFixed(2)}
          </TableCell>
          <TableCell align="end" className="max-sm:px-2">
            <Amount nanoUsd={perImageNanoUsd} as="unit" />
          </TableCell>
          <TableCell align="end" className="font-medium text-under max-sm:px-2">
            {formatPercent(savingBasisPoints)}
          </TableCell>
          <TableCell align="end" className="max-sm:hidden">
            <Amount nanoUsd={requestsCost(savingNanoUsd, images)} />
          </TableCell>
          <TableCell align="end" className="max-sm:px-2">
            <Button size="sm" onClick={() => onChoose(size)}>
              Use <span className="sr-only">{drawnSize(size)}</span>
            </Button>
          </TableCell>
        </TableRow>
      ))}
    </>
  );
}
