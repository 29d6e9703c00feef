import { useId } from "react";
import { DIMENSION_WORDS } from "@/components/layout/call-words";
import { CostAmount } from "@/components/layout/cost-amount";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
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
import { groupLabel } from "./group-series";
import { isUnpriced } from "./is-unpriced";
import { FILTER_NAMES } from "./usage-question";
import type { CallFilter } from "@/lib/contracts/calls";
import type { UsageDimension, UsageSeries, UsageTotals } from "@/lib/contracts/usage";

interface GroupTableProps {
  series: UsageSeries;
  groupBy: UsageDimension;
  /** Which calls the groups are of. */
  filter: CallFilter;
  /** Narrows the page to one group. */
  onChoose: ((key: string) => void) | null;
}

const count = (value: number) => value.toLocaleString("en-US");

/** Every group with its sums: also those that the chart draws as "Other". */
export function GroupTable({ series, groupBy, filter, onChoose }: GroupTableProps) {
  const titleId = useId();
  const filterName = FILTER_NAMES.find((name) => name === groupBy);
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader titleId={titleId} title={`By ${DIMENSION_WORDS[groupBy].toLowerCase()}`} />
      <Table
        label={`Sums by ${DIMENSION_WORDS[groupBy].toLowerCase()}`}
        scrollClassName="max-h-96 rounded-b-card"
      >
        <TableHead>
          <TableRow>
            <TableHeader>{DIMENSION_WORDS[groupBy]}</TableHeader>
            <TableHeader align="end">Cost</TableHeader>
            <TableHeader align="end">Calls</TableHeader>
            <TableHeader align="end">Delivered</TableHeader>
            <TableHeader align="end">Per image</TableHeader>
            <TableHeader align="end">Rework</TableHeader>
            <TableHeader align="end">Paid losses</TableHeader>
            <TableHeader align="end">Unpriced</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {series.groups.map((group) => (
            <TableRow key={group.key ?? ""}>
              <TableRowHeader className="max-w-64 truncate">
                {onChoose ? (
                  <button
                    type="button"
                    title="Show only these calls"
                    className="max-w-full truncate rounded-sm hover:text-accent hover:underline"
                    onClick={() => onChoose(group.key ?? "none")}
                  >
                    {groupLabel(groupBy, group)}
                  </button>
                ) : (
                  groupLabel(groupBy, group)
                )}
              </TableRowHeader>
              <SumCells
                totals={group.totals}
                filter={filterName ? { ...filter, [filterName]: group.key ?? "none" } : null}
              />
            </TableRow>
          ))}
        </TableBody>
        <TableFoot className="sticky bottom-0 bg-surface">
          <TableRow>
            <TableCell>Total</TableCell>
            <SumCells totals={series.totals} filter={filter} />
          </TableRow>
        </TableFoot>
      </Table>
    </Card>
  );
}

/** Without a filter that selects them, as by operation, sums cannot be taken apart. */
function SumCells({ totals, filter }: { totals: UsageTotals; filter: CallFilter | null }) {
  const about = (subject: "usage" | "cost_per_image" | "rework" | "paid_losses") =>
    filter && { subject, ...filter };
  const isKnown = !isUnpriced(totals);
  return (
    <>
      <TableCell align="end">
        <ExplainAmount of={about("usage")}>
          <CostAmount {...totals} />
        </ExplainAmount>
      </TableCell>
      <TableCell align="end">{count(totals.calls)}</TableCell>
      <TableCell align="end">{count(totals.imagesDelivered)}</TableCell>
      <TableCell align="end">
        <ExplainAmount of={totals.costPerDeliveredImageNanoUsd === null ? null : about("cost_per_image")}>
          <Amount nanoUsd={totals.costPerDeliveredImageNanoUsd} as="unit" nullLabel="no image delivered" />
        </ExplainAmount>
      </TableCell>
      <TableCell align="end">
        <ExplainAmount of={isKnown ? about("rework") : null}>
          <Amount nanoUsd={isKnown ? totals.reworkNanoUsd : null} nullLabel="unpriced" />
        </ExplainAmount>
      </TableCell>
      <TableCell align="end">
        <ExplainAmount of={isKnown ? about("paid_losses") : null}>
          <Amount nanoUsd={isKnown ? totals.paidLossNanoUsd : null} nullLabel="unpriced" />
        </ExplainAmount>
      </TableCell>
      <TableCell align="end">{count(totals.unpricedCalls)}</TableCell>
    </>
  );
}
