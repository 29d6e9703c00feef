import Link from "next/link";
import { useId } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import type { Overview } from "@/lib/contracts/overview";
import type { Stage } from "@/lib/contracts/values";
import { formatDateRange, formatDayOfMonth } from "@/lib/time/format-range";
import { type StageTimeline, type TimelineSpan, prepareStageTimeline } from "./stage-timeline";

const STAGES: Record<Stage, { name: string; bar: string }> = {
  prototype: { name: "Prototype", bar: "bg-faint" },
  pilot: { name: "Pilot", bar: "bg-rework" },
  production: { name: "Production", bar: "bg-accent" },
};

/** Where each workflow is on its way from prototype to production. */
export function StagesCard({ overview, className }: { overview: Overview; className?: string }) {
  const titleId = useId();
  const { slug } = useWorkspace();
  const timeline = prepareStageTimeline(overview.stages, overview.today);
  return (
    <Card aria-labelledby={titleId} className={className}>
      <CardHeader
        titleId={titleId}
        title="Stages"
        description={
          timeline ? formatDateRange(timeline.from, timeline.to) : "When each stage begins and ends"
        }
      />
      {timeline ? (
        <div className="px-4 pt-3 pb-4">
          <ul className="grid gap-4">
            {timeline.rows
              .filter((row) => row.spans.length > 0)
              .map((row) => (
                <li key={row.workflow.id}>
                  <p className="flex items-baseline justify-between gap-3 pb-1.5 text-sm">
                    <Link
                      href={`/w/${slug}/scenarios#${row.workflow.slug}`}
                      className="truncate rounded-sm font-medium hover:text-accent hover:underline"
                    >
                      {row.workflow.name}
                    </Link>
                    <span className="shrink-0 text-muted">{situation(row, overview.today)}</span>
                  </p>
                  <div className="relative h-1.5 rounded-full bg-sunken">
                    {row.spans.map((span) => (
                      <SpanBar key={span.scenarioId} span={span} />
                    ))}
                    {timeline.todayPercent !== null && (
                      <span
                        aria-hidden
                        className="absolute -inset-y-1 w-px bg-ink"
                        style={{ left: `${timeline.todayPercent}%` }}
                      />
                    )}
                  </div>
                </li>
              ))}
          </ul>
          {timeline.todayPercent !== null && (
            <p aria-hidden className="relative h-5 pt-1 text-xs text-muted">
              <span className="absolute -translate-x-1/2" style={{ left: `${timeline.todayPercent}%` }}>
                today
              </span>
            </p>
          )}
          <Legend timeline={timeline} />
        </div>
      ) : (
        <div className="grid justify-items-start gap-3 px-4 pt-3 pb-5 text-muted">
          <p>A scenario says how long a workflow stays at a stage. Define one to see it here.</p>
          <Button asChild size="sm">
            <Link href={`/w/${slug}/scenarios`}>Define a scenario</Link>
          </Button>
        </div>
      )}
    </Card>
  );
}

function SpanBar({ span }: { span: TimelineSpan }) {
  const { name, bar } = STAGES[span.stage];
  const label = `${name}, ${formatDateRange(span.from, span.to)}${span.isCommitted ? "" : ", not committed"}`;
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={cn("absolute inset-y-0 min-w-1 rounded-full", bar, !span.isCommitted && "opacity-45")}
      // A hair of track between neighbours keeps them apart.
      style={{ left: `${span.leftPercent}%`, width: `calc(${span.widthPercent}% - 2px)` }}
    />
  );
}

function situation(row: StageTimeline["rows"][number], today: string): string {
  if (row.current) return `${STAGES[row.current.stage].name} to ${formatDayOfMonth(row.current.to)}`;
  const next = row.spans.find((span) => span.from > today);
  return next ? `${STAGES[next.stage].name} from ${formatDayOfMonth(next.from)}` : "ended";
}

function Legend({ timeline }: { timeline: StageTimeline }) {
  const stages = new Set(timeline.rows.flatMap((row) => row.spans.map((span) => span.stage)));
  const hasDraft = timeline.rows.some((row) => row.spans.some((span) => !span.isCommitted));
  return (
    <ul className="flex flex-wrap gap-x-3.5 gap-y-1 pt-2 text-xs text-muted">
      {(Object.keys(STAGES) as Stage[])
        .filter((stage) => stages.has(stage))
        .map((stage) => (
          <li key={stage} className="flex items-center gap-1.5">
            <span aria-hidden className={cn("h-1.5 w-3 rounded-full", STAGES[stage].bar)} />
            {STAGES[stage].name}
          </li>
        ))}
      {hasDraft && <li>paler: not committed</li>}
    </ul>
  );
}
