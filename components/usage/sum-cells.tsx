import { CostAmount } from "@/components/layout/cost-amount";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { Amount } from "@/components/ui/amount";
import { TableCell } from "@/components/ui/table";
import type { CallFilter } from "@/lib/contracts/calls";
import type { SeriesTotals } from "@/lib/contracts/usage";
import { type Measure, measureNano } from "@/lib/usage";
import { isUnpriced } from "./is-unpriced";
import { MeasureDifference, MeasureValue } from "./measure-value";

interface SumCellsProps {
  totals: SeriesTotals;
  /** The chosen measure in the span before. */
  compared: { measure: Measure; previous: SeriesTotals | null } | null;
  /** Without a filter that selects their calls, sums cannot be taken apart. */
  filter: CallFilter | null;
}

const count = (value: number) => value.toLocaleString("en-US");

export function SumCells({ totals, compared, filter }: SumCellsProps) {
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
      {compared && <ComparedCells now={totals} {...compared} />}
      <TableCell align="end">{count(totals.calls)}</TableCell>
      <TableCell align="end">{count(totals.imagesDelivered)}</TableCell>
      <TableCell align="end">
        <ExplainAmount of={totals.costPerDeliveredImageNanoUsd === null ? null : about("cost_per_image")}>
          <Amount nanoUsd={totals.costPerDeliveredImageNanoUsd} as="unit" nullLabel="no image delivered" />
        </ExplainAmount>
      </TableCell>
      <TableCell align="end">
        <MeasureValue measure="errorRate" nano={measureNano("errorRate", totals)} />
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

interface ComparedCellsProps {
  now: SeriesTotals;
  measure: Measure;
  previous: SeriesTotals | null;
}

function ComparedCells({ now, measure, previous }: ComparedCellsProps) {
  const before = previous === null ? null : measureNano(measure, previous);
  return (
    <>
      <TableCell align="end">
        <MeasureValue measure={measure} nano={before} />
      </TableCell>
      <TableCell align="end">
        <MeasureDifference measure={measure} now={measureNano(measure, now)} before={before} />
      </TableCell>
    </>
  );
}
