import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { EndingModel, Successor } from "@/lib/contracts/lifecycle";

/** What the calls of the last 30 days would have cost on each successor. */
export function SuccessorTable({ item: { successors, model } }: { item: EndingModel }) {
  if (successors.length === 0) {
    return <p className="text-muted">No successor is named.</p>;
  }
  return (
    <div className="-mx-4">
      <Table label={`Successors of ${model}`}>
        <TableHead>
          <TableRow>
            <TableHeader>Successor</TableHeader>
            <TableHeader align="end">Same calls there</TableHeader>
            <TableHeader align="end">Now</TableHeader>
            <TableHeader>What is not known</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {successors.map((successor) => (
            <Row key={`${successor.provider} ${successor.model}`} successor={successor} />
          ))}
        </TableBody>
      </Table>
      <p className="px-4 pt-2 text-sm text-muted">
        At the sizes, qualities and numbers of images of those calls; an edit is taken to send one reference
        image of 1024×1024.
      </p>
    </div>
  );
}

function Row({ successor: { model, provider, kind, isEstimable, cost } }: { successor: Successor }) {
  return (
    <TableRow>
      <TableRowHeader className="whitespace-nowrap">
        <span className="flex items-center gap-2">
          {model}
          <span className="font-normal text-muted">at {provider}</span>
          <Badge>{kind === "named" ? "named by the provider" : "nearest that can be estimated"}</Badge>
        </span>
      </TableRowHeader>
      <TableCell align="end">
        <SameCalls cost={cost} />
      </TableCell>
      <TableCell align="end">
        <Amount nanoUsd={cost && cost.pricedCalls > 0 ? cost.sameCallsNanoUsd : null} />
      </TableCell>
      <TableCell className="min-w-60 text-sm text-muted">
        {cost && cost.unpricedCalls > 0
          ? `${cost.unpricedCalls.toLocaleString("en-US")} calls have no price there. ${cost.reasons.join(" ")}`
          : isEstimable
            ? "—"
            : "Its tokens are not published, so nothing can be estimated beforehand."}
      </TableCell>
    </TableRow>
  );
}

function SameCalls({ cost }: { cost: Successor["cost"] }) {
  if (cost === null) return <Amount nanoUsd={null} nullLabel="no calls" />;
  if (cost.pricedCalls === 0) return <span className="text-muted">cannot be estimated</span>;
  if (cost.lowNanoUsd !== cost.highNanoUsd) {
    return (
      <>
        <Amount nanoUsd={cost.lowNanoUsd} /> to <Amount nanoUsd={cost.highNanoUsd} />
      </>
    );
  }
  return <Amount nanoUsd={cost.lowNanoUsd} />;
}
