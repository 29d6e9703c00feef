import { CostAmount } from "@/components/layout/cost-amount";
import { Amount } from "@/components/ui/amount";
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
import type { RepricingDifference, RepricingOutcome } from "@/lib/contracts/repricings";
import { formatMonth } from "@/lib/time";

const count = (value: number) => value.toLocaleString("en-US");

/** What changes, by month and model. Months and models of which nothing changes are only counted in the total. */
export function DifferenceTable({ outcome: { differences, total } }: { outcome: RepricingOutcome }) {
  const changed = differences.filter(({ callsChanged }) => callsChanged > 0);
  if (changed.length === 0) return null;
  return (
    <Table label="Differences by month and model">
      <TableHead>
        <TableRow>
          <TableHeader>Month</TableHeader>
          <TableHeader>Model</TableHeader>
          <TableHeader align="end" className="max-sm:hidden">
            Calls changed
          </TableHeader>
          <TableHeader align="end" className="max-md:hidden">
            Unpriced
          </TableHeader>
          <TableHeader align="end" className="max-md:hidden">
            Before
          </TableHeader>
          <TableHeader align="end" className="max-sm:hidden">
            After
          </TableHeader>
          <TableHeader align="end">Difference</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {changed.map((row) => (
          <TableRow key={`${row.month} ${row.provider} ${row.model}`}>
            <TableRowHeader className="whitespace-nowrap">{formatMonth(row.month)}</TableRowHeader>
            <TableCell className="max-w-64">
              <span className="block truncate" title={`${row.model} at ${row.provider}`}>
                {row.model} <span className="text-muted">{row.provider}</span>
              </span>
            </TableCell>
            <Sums row={row} differenceNanoUsd={row.differenceNanoUsd} />
          </TableRow>
        ))}
      </TableBody>
      <TableFoot>
        <TableRow>
          <TableRowHeader colSpan={2}>All calls in it</TableRowHeader>
          <Sums row={total} differenceNanoUsd={total.differenceNanoUsd} />
        </TableRow>
      </TableFoot>
    </Table>
  );
}

interface SumsProps {
  row: Pick<RepricingDifference, "callsRead" | "callsChanged" | "before" | "after">;
  differenceNanoUsd: string;
}

function Sums({ row: { callsRead, callsChanged, before, after }, differenceNanoUsd }: SumsProps) {
  return (
    <>
      <TableCell align="end" className="max-sm:hidden">
        {count(callsChanged)} <span className="font-normal text-muted">of {count(callsRead)}</span>
      </TableCell>
      <TableCell align="end" className="max-md:hidden">
        {before.unpricedCalls === after.unpricedCalls
          ? count(after.unpricedCalls)
          : `${count(before.unpricedCalls)} → ${count(after.unpricedCalls)}`}
      </TableCell>
      <TableCell align="end" className="max-md:hidden">
        <CostAmount {...before} calls={callsRead} />
      </TableCell>
      <TableCell align="end" className="max-sm:hidden">
        <CostAmount {...after} calls={callsRead} />
      </TableCell>
      <TableCell align="end">
        <Amount nanoUsd={differenceNanoUsd} as="signed" />
      </TableCell>
    </>
  );
}
