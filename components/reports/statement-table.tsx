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
import type { StatementLine, StatementTotal } from "@/lib/contracts/overview";
import type { MonthReport } from "@/lib/contracts/reports";
import { oneValue } from "@/lib/contracts/value-list";

/** The month by workflow and stage; the total is the exact sum of the lines. */
export function StatementTable({ report }: { report: MonthReport }) {
  const titleId = useId();
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader titleId={titleId} title="By workflow and stage" />
      {report.lines.length === 0 ? (
        <p className="px-4 pt-1 pb-5 text-muted">Neither a call nor a forecast in this month.</p>
      ) : (
        <Table label="Actual and forecast by workflow and stage">
          <TableHead>
            <TableRow>
              <TableHeader>Workflow</TableHeader>
              <TableHeader className="max-sm:hidden">Stage</TableHeader>
              <TableHeader className="max-lg:hidden print:table-cell">Owner</TableHeader>
              <TableHeader align="end">Actual</TableHeader>
              <TableHeader align="end" className="max-sm:hidden">
                {report.state === "open" ? "Forecast to date" : "Forecast"}
              </TableHeader>
              <TableHeader align="end" className="max-md:hidden print:table-cell">
                Variance
              </TableHeader>
              <TableHeader align="end">%</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {report.lines.map((line) => (
              <StatementRow
                key={`${line.workflow?.id ?? ""} ${line.stage ?? ""}`}
                line={line}
                report={report}
              />
            ))}
          </TableBody>
          <TableFoot>
            <TableRow>
              <TableCell>Total</TableCell>
              <TableCell className="max-sm:hidden" />
              <TableCell className="max-lg:hidden print:table-cell" />
              <AmountCells
                amounts={report.total}
                questions={statementQuestions(report, null)}
                isToCome={report.state === "future"}
                isTotal
              />
            </TableRow>
          </TableFoot>
        </Table>
      )}
    </Card>
  );
}

function StatementRow({ line, report }: { line: StatementLine; report: MonthReport }) {
  const { slug } = useWorkspace();
  const { from, to } = report;
  const name = line.workflow?.name ?? "No workflow named";
  return (
    <TableRow>
      <TableRowHeader>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1 lg:whitespace-nowrap">
          {line.calls > 0 ? (
            <Link
              href={usageHref(slug, {
                from,
                to,
                workflow: line.workflow ? oneValue(line.workflow.slug) : "none",
                stage: line.stage ?? "none",
              })}
              title="Show its calls"
              className="rounded-sm hover:text-accent hover:underline"
            >
              {name}
            </Link>
          ) : (
            name
          )}
          <StageBadge stage={line.stage} className="sm:hidden" />
        </span>
      </TableRowHeader>
      <TableCell className="max-sm:hidden">
        <StageBadge stage={line.stage} />
      </TableCell>
      <TableCell className="text-muted max-lg:hidden print:table-cell">
        {line.workflow?.owner ?? "—"}
      </TableCell>
      <AmountCells
        amounts={line}
        questions={statementQuestions(report, line)}
        isToCome={report.state === "future"}
      />
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
  const weight = isTotal ? "font-semibold" : "";
  const variance = amounts.varianceNanoUsd === null ? null : questions.variance;
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
      <TableCell align="end" className="max-md:hidden print:table-cell">
        <ExplainAmount of={variance}>
          <Difference nanoUsd={amounts.varianceNanoUsd} isWordHidden className={weight} />
        </ExplainAmount>
      </TableCell>
      <TableCell align="end">
        <ExplainAmount of={variance}>
          <Difference
            nanoUsd={amounts.varianceNanoUsd}
            className={weight}
            basisPoints={amounts.varianceBasisPoints}
            show={amounts.varianceBasisPoints === null ? "amount" : "percent"}
          />
        </ExplainAmount>
      </TableCell>
    </>
  );
}
