import { daysBetween } from "@/lib/time";
import type { Overview } from "@/lib/contracts/overview";
import type { Stage } from "@/lib/contracts/values";

export interface TimelineSpan {
  stage: Stage;
  scenarioId: string;
  from: string;
  to: string;
  isCommitted: boolean;
  /** Places on the track, in hundredths of its width. */
  leftPercent: number;
  widthPercent: number;
}

export interface StageTimeline {
  from: string;
  to: string;
  todayPercent: number | null;
  rows: {
    workflow: { id: string; slug: string; name: string };
    spans: TimelineSpan[];
    /** The stage that today is in; the later one where two overlap. */
    current: TimelineSpan | null;
  }[];
}

/** Lays the stages of all workflows on one track, from the first day of any to the last. Null while there are none. */
export function prepareStageTimeline(stages: Overview["stages"], today: string): StageTimeline | null {
  const spans = stages.flatMap((row) => row.spans);
  if (spans.length === 0) return null;
  const from = spans.reduce((first, span) => (span.from < first ? span.from : first), today);
  const to = spans.reduce((last, span) => (span.to > last ? span.to : last), spans[0]?.to ?? today);
  const days = daysBetween(from, to) + 1;
  const percent = (dayCount: number) => (dayCount / days) * 100;

  return {
    from,
    to,
    todayPercent: today <= to ? percent(daysBetween(from, today) + 0.5) : null,
    rows: stages.map((row) => {
      const placed = row.spans.map((span) => ({
        stage: span.stage,
        scenarioId: span.scenarioId,
        from: span.from,
        to: span.to,
        isCommitted: span.committed,
        leftPercent: percent(daysBetween(from, span.from)),
        widthPercent: percent(daysBetween(span.from, span.to) + 1),
      }));
      return {
        workflow: row.workflow,
        spans: placed,
        current: placed.findLast((span) => span.from <= today && today <= span.to) ?? null,
      };
    }),
  };
}
