"use client";

import { Pencil, Plus, X } from "lucide-react";
import { useMemo, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { type ComparedOption, compareOptions, type CompareOption, type CostRange } from "@/lib/calculator";
import type { CalculatorState } from "@/lib/client/calculator-search";
import type { HypotheticalRequest, PriceBook, RateCard } from "@/lib/pricing";
import { breakEvenSentence } from "../break-even-sentence";
import type { ChangeState } from "../change-state";
import { defaultOptions } from "../default-options";
import { RangeAmount } from "../range-amount";
import { OptionDialog } from "./option-dialog";
import { optionName, optionNotes } from "./option-words";

export interface CompareCardProps {
  book: PriceBook;
  cards: readonly RateCard[];
  request: HypotheticalRequest;
  state: CalculatorState;
  change: ChangeState;
}

const MOST_OPTIONS = 8;

/** The same pictures from several models and on several terms, and from which volume on another one is cheaper. */
export function CompareCard({ book, cards, request, state, change }: CompareCardProps) {
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const options = useMemo(
    () => state.compare ?? defaultOptions(book, request),
    [state.compare, book, request],
  );
  const compared = useMemo(
    () => compareOptions(book, request, options, BigInt(state.volume)),
    [book, request, options, state.volume],
  );
  const cheapest = compared
    .flatMap(({ month }) => (month && month.lowNanoUsd === month.highNanoUsd ? [month.lowNanoUsd] : []))
    .reduce<bigint | null>((least, cost) => (least === null || cost < least ? cost : least), null);
  const write = (next: CompareOption[]) => change({ compare: next });

  return (
    <Card aria-labelledby="compare-title" className="min-w-0 overflow-hidden">
      <CardHeader
        titleId="compare-title"
        title="Side by side"
        description={`${state.volume.toLocaleString("en-US")} calls a month with ${request.n === 1 ? "1 image" : `${request.n} images`} each, compared with the request above.`}
        actions={
          options.length < MOST_OPTIONS && (
            <Button size="sm" onClick={() => setEditing("new")}>
              <Plus aria-hidden /> Add a model or offer
            </Button>
          )
        }
      />
      <div className="pt-2">
        <Table label="Options side by side">
          <TableHead>
            <TableRow>
              <TableHeader>Option</TableHeader>
              <TableHeader align="end" className="max-sm:px-1.5">
                Per image
              </TableHeader>
              <TableHeader align="end" className="max-sm:px-1.5">
                Per month
              </TableHeader>
              <TableHeader className="max-sm:px-1">
                <span className="sr-only">Change</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {compared.map((each, index) => (
              <OptionRow
                key={index}
                compared={each}
                asked={request}
                isCheapest={cheapest !== null && compared.length > 1 && isExactly(each.month, cheapest)}
                onEdit={() => setEditing(index - 1)}
                onRemove={() => write(options.filter((_option, place) => place !== index - 1))}
              />
            ))}
          </TableBody>
        </Table>
      </div>
      <CardFooter>
        <span>
          Prices per image or call alone have no break-even: the cheaper one is cheaper at any volume. A
          monthly fee or minimum makes one.
        </span>
        {state.compare !== null && (
          <Button variant="link" size="sm" className="h-6" onClick={() => change({ compare: null })}>
            Back to the proposal
          </Button>
        )}
      </CardFooter>
      <Dialog open={editing !== null} onOpenChange={(isOpen) => !isOpen && setEditing(null)}>
        {editing !== null && (
          <OptionDialog
            cards={cards}
            on={request.on}
            option={editing === "new" ? null : (options[editing] ?? null)}
            onSave={(option) => {
              write(
                editing === "new"
                  ? [...options, option]
                  : options.map((each, place) => (place === editing ? option : each)),
              );
              setEditing(null);
            }}
          />
        )}
      </Dialog>
    </Card>
  );
}

interface OptionRowProps {
  compared: ComparedOption;
  asked: HypotheticalRequest;
  isCheapest: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

function OptionRow({ compared, asked, isCheapest, onEdit, onRemove }: OptionRowProps) {
  const { option, card, perImage, month, breakEvens } = compared;
  const name = optionName(option, card);
  return (
    <TableRow>
      <TableCell className="min-w-36 py-2 align-top max-sm:pr-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
          {name}
          {option === null && <Badge tone="accent">This request</Badge>}
          {isCheapest && <Badge tone="under">Cheapest</Badge>}
        </span>
        <span className="block text-sm text-muted">{optionNotes(compared, asked).join(", ")}</span>
        {breakEvens && <span className="block text-sm text-muted">{breakEvenSentence(breakEvens)}</span>}
      </TableCell>
      <TableCell align="end" className="py-2 align-top max-sm:px-1.5">
        <RangeAmount range={ends(perImage)} as="unit" />
      </TableCell>
      <TableCell align="end" className="py-2 align-top font-medium max-sm:px-1.5">
        <RangeAmount range={ends(month)} as="cents" />
      </TableCell>
      <TableCell align="end" className="py-1 align-top max-sm:px-1">
        {option && (
          <span className="inline-flex max-sm:grid">
            <IconButton label={`Change ${name}`} size="sm" onClick={onEdit}>
              <Pencil aria-hidden />
            </IconButton>
            <IconButton label={`Remove ${name}`} size="sm" onClick={onRemove}>
              <X aria-hidden />
            </IconButton>
          </span>
        )}
      </TableCell>
    </TableRow>
  );
}

function ends(range: CostRange | null) {
  return range && { low: range.lowNanoUsd, high: range.highNanoUsd };
}

function isExactly(range: CostRange | null, cost: bigint): boolean {
  return range !== null && range.lowNanoUsd === cost && range.highNanoUsd === cost;
}
