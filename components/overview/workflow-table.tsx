import Link from "next/link";
import { useId } from "react";
import { CostAmount } from "@/components/layout/cost-amount";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { statementQuestions, type StatementQuestions } from "@/components/layout/statement-questions";
import { StageBadge } from "@/components/layout/stage-badge";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { Difference } from "@/components/ui/difference";
import { ShareBar } from "@/components/ui/share-bar";
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
import { usageHref } from "@/lib/client/usage-href";
import type { Overview, StatementLine, StatementTotal } from "@/lib/contracts/overview";
import { oneValue } from "@/lib/contracts/value-list";
import { monthOf } from "@/lib/time";
import { shareOf } from "./share-of";

/** Which workflow spends what, beside what was forecast for the same days. */
export function WorkflowTable({ overview, className }: { overview: Overview; className?: string }) {
  const titleId = useId();
  const { workflows, total, month, today } = overview;
  const isOpen = month === monthOf(today);
  return (
    <Card aria-labelledby={titleId} className={className}>
      <CardHeader titleId={titleId} title="By workflow" />
      {workflows.length === 0 ? (
        <p className="px-4 pt-2 pb-5 text-muted">Neither a call nor a forecast in this month.</p>
      ) : (
        <Table label="By workflow and stage">
          <TableHead>
            <TableRow>
              <TableHeader>Workflow</TableHeader>
              <TableHeader className="max-sm:hidden">Stage</TableHeader>
              <TableHeader align="end">Actual</TableHeader>
              <TableHeader align="end" className="max-sm:hidden">
                {isOpen ? "Forecast to date" : "Forecast"}
              </TableHeader>
              <TableHeader align="end">Variance</TableHeader>
              <TableHeader align="end" className="max-lg:hidden">
                Share
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {workflows.map((line) => (
              <WorkflowRow
                key={`${line.workflow?.id ?? ""} ${line.stage ?? ""}`}
                line={line}
                overview={overview}
              />
            ))}
          </TableBody>
          <TableFoot>
            <TableRow>
              <TableCell>Total</TableCell>
              <TableCell className="max-sm:hidden" />
              <AmountCells
                amounts={total}
                questions={statementQuestions(overview, null)}
                isToCome={month > monthOf(today)}
                isTotal
              />
              <TableCell className="max-lg:hidden" />
            </TableRow>
          </TableFoot>
        </Table>
      )}
    </Card>
  );
}

function WorkflowRow({ line, overview }: { line: StatementLine; overview: Overview }) {
  const { slug } = useWorkspace();
  const { from, to, total, month, today } = overview;
  const name = line.workflow?.name ?? "No workflow named";
  return (
    <TableRow>
      <TableRowHeader>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 py-1 lg:whitespace-nowrap">
          {line.workflow && line.calls > 0 ? (
            <Link
              href={usageHref(slug, {
                from,
                to,
                workflow: oneValue(line.workflow.slug),
                stage: line.stage ?? "none",
              })}
              title="Show its calls"
              className="rounded-sm hover:text-accent hover:underline"
            >
              {name}
            </Link>
          ) : (
            <span className={line.workflow ? "" : "text-muted"}>{name}</span>
          )}
          <StageBadge stage={line.stage} className="sm:hidden" />
        </span>
      </TableRowHeader>
      <TableCell className="max-sm:hidden">
        <StageBadge stage={line.stage} />
      </TableCell>
      <AmountCells
        amounts={line}
        questions={statementQuestions(overview, line)}
        isToCome={month > monthOf(today)}
      />
      <TableCell className="w-36 max-lg:hidden">
        <ShareBar share={shareOf(line.actualNanoUsd, total.actualNanoUsd)} />
      </TableCell>
    </TableRow>
  );
}

interface AmountCellsProps {
  amounts: StatementTotal;
  questions: StatementQuestions;
  isToCome: boolean;
  isTotal?: boolean;
}

function AmountCells({ amounts, questions, isToCome, isTotal = false }: AmountCellsProps) {
  return (
    <>
      <TableCell align="end">
        <ExplainAmount of={amounts.calls === 0 ? null : questions.actual}>
          <CostAmount
            costNanoUsd={amounts.actualNanoUsd}
            calls={amounts.calls}
            unpricedCalls={amounts.unpricedCalls}
            isToCome={isToCome}
          />
        </ExplainAmount>
      </TableCell>
      <TableCell align="end" className="max-sm:hidden">
        <ExplainAmount of={amounts.forecastNanoUsd === null ? null : questions.forecast}>
          <Amount nanoUsd={amounts.forecastNanoUsd} nullLabel="not forecast" />
        </ExplainAmount>
      </TableCell>
      <TableCell align="end">
        <ExplainAmount of={amounts.varianceNanoUsd === null ? null : questions.variance}>
          <Difference
            nanoUsd={amounts.varianceNanoUsd}
            className={isTotal ? "font-semibold" : ""}
            basisPoints={amounts.varianceBasisPoints}
            // What nobody forecast is over by an amount, and by no percentage.
            show={amounts.varianceBasisPoints === null ? "amount" : "percent"}
          />
        </ExplainAmount>
      </TableCell>
    </>
  );
}
