"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { FieldError } from "@/components/ui/field";
import { LoadMore } from "@/components/ui/load-more";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { CardChangeAnswer } from "@/lib/contracts/price-lists";
import { describeMainPrice } from "../describe-rate-card";
import { plural, valueWords, type ChangeGroup } from "./list-words";

const ROWS_AT_ONCE = 100;

const EMPTY: Record<ChangeGroup, string> = {
  changed: "The list changes no price that you have.",
  added: "The list prices no model that you have no price for.",
  same: "No price of the list is the one in force.",
};

interface ChangeTableProps {
  group: ChangeGroup;
  changes: readonly CardChangeAnswer[];
  isSearching: boolean;
  chosen: ReadonlySet<string>;
  /** What stands against single prices, by id. */
  clashes: ReadonlyMap<string, string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The prices of one group, each with a box; the box in the head takes all that the search shows. */
export function ChangeTable({ group, changes, isSearching, chosen, clashes, onChoose }: ChangeTableProps) {
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  if (changes.length === 0) {
    return (
      <p className="px-4 py-6 text-muted">{isSearching ? "Nothing matches the search." : EMPTY[group]}</p>
    );
  }
  const chosenHere = changes.filter(({ id }) => chosen.has(id)).length;

  function choose(ids: readonly string[], isChosen: boolean) {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  }

  return (
    <>
      <Table label="Prices of the list" scrollClassName="mt-2 max-h-[28rem]">
        <TableHead>
          <TableRow>
            <TableHeader className="w-0 pr-0">
              <Checkbox
                label={`All ${plural(changes.length, "price", "prices")} shown`}
                isLabelHidden
                checked={chosenHere === changes.length ? true : chosenHere > 0 ? "indeterminate" : false}
                onCheckedChange={(isChosen) =>
                  choose(
                    changes.map(({ id }) => id),
                    isChosen,
                  )
                }
              />
            </TableHeader>
            <TableHeader>Model</TableHeader>
            <TableHeader className="max-sm:hidden">Provider</TableHeader>
            <TableHeader>{group === "changed" ? "What changes" : "Price"}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.slice(0, limit).map((change) => (
            <TableRow key={change.id} data-selected={chosen.has(change.id)}>
              <TableCell className="pt-2 pr-0 align-top">
                <Checkbox
                  label={`${change.card.model} at ${change.card.provider}`}
                  isLabelHidden
                  checked={chosen.has(change.id)}
                  onCheckedChange={(isChosen) => choose([change.id], isChosen)}
                />
              </TableCell>
              <TableRowHeader className="max-w-72 py-2 align-top font-medium break-words">
                {change.card.model}
                <span className="block font-normal text-muted sm:hidden">{change.card.provider}</span>
              </TableRowHeader>
              <TableCell className="py-2 align-top whitespace-nowrap max-sm:hidden">
                {change.card.provider}
              </TableCell>
              <TableCell className="py-2 align-top">
                <WhatChanges change={change} />
                {clashes.has(change.id) && <FieldError>{clashes.get(change.id)}</FieldError>}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {changes.length > ROWS_AT_ONCE && (
        <LoadMore
          hasMore={limit < changes.length}
          isLoading={false}
          onLoadMore={() => setLimit(limit + ROWS_AT_ONCE)}
          shown={
            limit < changes.length
              ? `${limit} of ${plural(changes.length, "price", "prices")}`
              : plural(changes.length, "price", "prices")
          }
        />
      )}
    </>
  );
}

function WhatChanges({ change: { card, fields, status } }: { change: CardChangeAnswer }) {
  const omitted = fields.filter(({ after }) => after === null).map(({ label }) => label.toLowerCase());
  return (
    <div className="grid gap-0.5">
      {status === "changed" ? (
        fields
          .filter(({ after }) => after !== null)
          .map(({ label, before, after }) => (
            <span key={label} className="tabular-nums">
              <span className="text-muted">{label}: </span>
              <span className={cn("text-muted", before !== null && "line-through decoration-faint")}>
                {valueWords(before)}
              </span>{" "}
              <span className="sr-only">becomes</span>
              <span aria-hidden>→</span> <span className="font-medium">{valueWords(after)}</span>
            </span>
          ))
      ) : (
        <span className="tabular-nums">{describeMainPrice(card)}</span>
      )}
      {omitted.length > 0 && (
        <span className="text-sm text-muted">Not in the list, so without a price: {omitted.join(", ")}</span>
      )}
      {card.notes !== null && <span className="text-sm text-muted">{card.notes}</span>}
    </div>
  );
}
