import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import { OUTCOME_WORDS, PURPOSE_WORDS, sizeWord } from "@/components/layout/call-words";
import { localClock } from "@/components/layout/format-instant";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { StageBadge } from "@/components/layout/stage-badge";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import type { LoggedCall } from "@/lib/contracts/calls";
import { formatDate } from "@/lib/time";
import { formatDayOfMonth } from "@/lib/time/format-range";

export const callFeatures = tableFeatures({});

const column = createColumnHelper<typeof callFeatures, LoggedCall>();

/** Columns that a phone has no room for; the sheet of a call shows everything. */
export const ROOMY_COLUMNS: ReadonlySet<string> = new Set([
  "stage",
  "purpose",
  "picture",
  "images",
  "outcome",
]);
export const NUMERIC_COLUMNS: ReadonlySet<string> = new Set(["images", "cost"]);

/** Days of this year go without it. */
export function callColumns(timeZone: string, today: string, onOpen: (call: LoggedCall) => void) {
  const thisYear = today.slice(0, 4);
  return column.columns([
    column.accessor("occurredAt", {
      header: "Time",
      cell: ({ row }) => (
        <button
          type="button"
          onClick={() => onOpen(row.original)}
          className="rounded-sm whitespace-nowrap hover:text-accent hover:underline"
        >
          {row.original.localDate.startsWith(thisYear)
            ? formatDayOfMonth(row.original.localDate)
            : formatDate(row.original.localDate)}{" "}
          <span className="text-muted">{localClock(row.original.occurredAt, timeZone).time}</span>
        </button>
      ),
    }),
    column.display({
      id: "workflow",
      header: "Workflow",
      cell: ({ row }) => (
        <span className="block">
          <span
            className={cn(
              "block max-w-36 truncate md:max-w-52",
              row.original.workflow === null && "text-muted",
            )}
          >
            {row.original.workflowName ?? "None named"}
          </span>
          {row.original.outcome !== "succeeded" && (
            <span className="md:hidden">
              <OutcomeBadge outcome={row.original.outcome} />
            </span>
          )}
        </span>
      ),
    }),
    column.display({
      id: "stage",
      header: "Stage",
      cell: ({ row }) => row.original.stage && <StageBadge stage={row.original.stage} />,
    }),
    column.accessor("purpose", { header: "Purpose", cell: (cell) => PURPOSE_WORDS[cell.getValue()] }),
    column.display({
      id: "picture",
      header: "Model, size and quality",
      cell: ({ row: { original: call } }) => (
        <span className="block max-w-72 truncate">
          {call.model}{" "}
          <span className="text-muted">
            {[call.size && sizeWord(call.size), call.quality].filter(Boolean).join(" · ")}
          </span>
        </span>
      ),
    }),
    column.display({
      id: "images",
      header: "Images",
      cell: ({ row }) => (
        <span title={`${row.original.imagesReturned} of ${row.original.n} asked for arrived`}>
          {row.original.imagesReturned}
          {row.original.imagesReturned !== row.original.n && (
            <span className="text-muted"> of {row.original.n}</span>
          )}
        </span>
      ),
    }),
    column.display({
      id: "outcome",
      header: "Outcome",
      cell: ({ row }) => <OutcomeBadge outcome={row.original.outcome} />,
    }),
    column.display({
      id: "cost",
      header: "Cost",
      cell: ({ row: { original: call } }) =>
        call.costNanoUsd === null ? (
          <Badge tone="outline">Unpriced</Badge>
        ) : (
          <ExplainAmount of={{ subject: "call", call: call.id }}>
            <Amount nanoUsd={call.costNanoUsd} as="unit" />
          </ExplainAmount>
        ),
    }),
  ]);
}

function OutcomeBadge({ outcome }: { outcome: LoggedCall["outcome"] }) {
  if (outcome === "succeeded") return <span className="text-muted">{OUTCOME_WORDS[outcome]}</span>;
  return <Badge tone={outcome === "unknown" ? "outline" : "over"}>{OUTCOME_WORDS[outcome]}</Badge>;
}
