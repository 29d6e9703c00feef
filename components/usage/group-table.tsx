"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { dimensionWord } from "@/components/layout/call-words";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import {
  Table,
  TableBody,
  TableCell,
  TableFoot,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { AnsweredUsage } from "@/lib/client/usage-queries";
import type { CallFilter } from "@/lib/contracts/calls";
import type { UsageGrouping } from "@/lib/contracts/usage";
import type { Measure } from "@/lib/usage";
import { type GroupRow, type RowFilter, prepareGroupRows, visibleRows } from "./group-rows";
import { MEASURE_WORDS } from "./measure-words";
import { SumCells } from "./sum-cells";

interface GroupTableProps {
  answer: AnsweredUsage;
  groupBy: UsageGrouping;
  measure: Measure;
  colors: ReadonlyMap<string, string>;
  /** Which calls the groups are of. */
  filter: CallFilter;
  /** Narrows the page to the calls of a row. */
  onChoose: (filter: RowFilter) => void;
}

const INDENTS = ["", "pl-8", "pl-12", "pl-16"];

/** Every group with its sums, with those that the chart draws as one under "Other". */
export function GroupTable({ answer, groupBy, measure, colors, filter, onChoose }: GroupTableProps) {
  const titleId = useId();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const { series, question } = answer;
  const rows = visibleRows(prepareGroupRows(answer, colors), toggled);
  const dimensions = [groupBy, ...(question.thenBy ? [question.thenBy] : [])];
  const words = dimensions.map((dimension) => dimensionWord(dimension, true)).join(" and ");
  const isCompared = series.previous !== null;
  // Where nothing at all was logged, a group's zero would be a guess.
  const hasBefore = series.previous !== null && series.previous.totals.calls > 0;
  const toggle = (id: string) =>
    setToggled((old) => new Set(old.has(id) ? [...old].filter((each) => each !== id) : [...old, id]));
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader titleId={titleId} title={`By ${words}`} />
      <Table label={`Sums by ${words}`} scrollClassName="max-h-[28rem] rounded-b-card">
        <TableHead>
          <TableRow>
            <TableHeader>{dimensions.map((dimension) => dimensionWord(dimension)).join(" · ")}</TableHeader>
            <TableHeader align="end">Cost</TableHeader>
            {isCompared && (
              <>
                <TableHeader align="end">{MEASURE_WORDS[measure]} before</TableHeader>
                <TableHeader align="end">Difference</TableHeader>
              </>
            )}
            <TableHeader align="end">Calls</TableHeader>
            <TableHeader align="end">Delivered</TableHeader>
            <TableHeader align="end">Per image</TableHeader>
            <TableHeader align="end">Errors</TableHeader>
            <TableHeader align="end">Rework</TableHeader>
            <TableHeader align="end">Paid losses</TableHeader>
            <TableHeader align="end">Unpriced</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ row, depth, isOpen }) => (
            <TableRow key={row.id}>
              <TableRowHeader className={cn("max-w-72", INDENTS[depth], depth > 0 && "font-normal")}>
                <RowName row={row} isOpen={isOpen} onToggle={toggle} onChoose={onChoose} />
              </TableRowHeader>
              <SumCells
                totals={row.totals}
                compared={isCompared ? { measure, previous: hasBefore ? row.previous : null } : null}
                filter={row.filter && { ...filter, ...row.filter }}
              />
            </TableRow>
          ))}
        </TableBody>
        <TableFoot className="sticky bottom-0 bg-surface">
          <TableRow>
            <TableCell>Total</TableCell>
            <SumCells
              totals={series.totals}
              compared={
                isCompared
                  ? { measure, previous: hasBefore ? (series.previous?.totals ?? null) : null }
                  : null
              }
              filter={filter}
            />
          </TableRow>
        </TableFoot>
      </Table>
    </Card>
  );
}

interface RowNameProps {
  row: GroupRow;
  isOpen: boolean;
  onToggle: (id: string) => void;
  onChoose: (filter: RowFilter) => void;
}

function RowName({ row, isOpen, onToggle, onChoose }: RowNameProps) {
  const { filter } = row;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {row.rows.length > 0 && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? "Close" : "Open"} ${row.label}`}
          className="-ml-1.5 grid size-6 shrink-0 place-items-center rounded-control text-muted hover:text-ink"
          onClick={() => onToggle(row.id)}
        >
          <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", isOpen && "rotate-90")} />
        </button>
      )}
      {row.color !== null && <SeriesSwatch kind="block" color={row.color} />}
      {filter ? (
        <button
          type="button"
          title="Show only these calls"
          className="min-w-0 truncate rounded-sm hover:text-accent hover:underline"
          onClick={() => onChoose(filter)}
        >
          {row.label}
        </button>
      ) : (
        <span className="min-w-0 truncate">{row.label}</span>
      )}
    </span>
  );
}
