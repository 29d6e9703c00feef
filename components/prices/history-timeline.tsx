import { cn } from "@/components/ui/class-names";
import { addDays, daysBetween, formatDate, formatShortMonth } from "@/lib/time";
import type { HistoryLine, Span } from "./price-history";

interface HistoryTimelineProps {
  lines: readonly HistoryLine[];
  shutdownOn: string | null;
  today: string;
}

/** The cards as bars on one time axis: solid while in force, hollow while another card wins. The table says the same. */
export function HistoryTimeline({ lines, shutdownOn, today }: HistoryTimelineProps) {
  const axis = axisOf(lines, shutdownOn, today);
  return (
    <figure aria-hidden className="relative grid gap-2 px-4 pt-9 pb-2">
      <div className="relative grid gap-2">
        {lines.map(({ card, validity, inForce }) => (
          <div key={card.id} className="grid gap-0.5 sm:grid-cols-[11rem_1fr] sm:items-center sm:gap-3">
            <span className="truncate text-sm">{card.name}</span>
            <div className="relative h-5">
              <Bar span={validity} axis={axis} className="border border-dashed border-faint" />
              {inForce.map((span) => (
                <Bar
                  key={span.from}
                  span={span}
                  axis={axis}
                  className={card.origin === "workspace" ? "bg-accent" : "bg-muted"}
                />
              ))}
            </div>
          </div>
        ))}
        <div className="pointer-events-none absolute inset-y-0 right-0 left-0 sm:left-[11.75rem]">
          <Mark at={axis.place(today)} label="Today" className="-top-4 border-ink" />
          {shutdownOn !== null && (
            <Mark at={axis.place(shutdownOn)} label="Shutdown" className="-top-8 border-over text-over" />
          )}
        </div>
      </div>
      <div className="relative h-5 text-xs text-muted sm:ml-[11.75rem]">
        {axis.ticks.map(({ date, at }) => (
          <span key={date} className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${at}%` }}>
            {formatShortMonth(date)} {date.slice(0, 4)}
          </span>
        ))}
      </div>
    </figure>
  );
}

interface Axis {
  /** Per cent of the width. */
  place: (date: string) => number;
  end: string;
  ticks: { date: string; at: number }[];
}

const MARGIN_DAYS = 30;
const TICKS = 4;

function axisOf(lines: readonly HistoryLine[], shutdownOn: string | null, today: string): Axis {
  const dates = [
    today,
    ...(shutdownOn === null ? [] : [shutdownOn]),
    ...lines.flatMap(({ validity: { from, to } }) => (to === null ? [from] : [from, to])),
  ].sort();
  const start = addDays(dates[0] ?? today, -MARGIN_DAYS);
  const end = addDays(dates.at(-1) ?? today, MARGIN_DAYS);
  const days = daysBetween(start, end);
  const place = (date: string) => Math.min(100, Math.max(0, (daysBetween(start, date) / days) * 100));
  const ticks = Array.from({ length: TICKS }, (_, index) => {
    const date = addDays(start, Math.round((days * (index + 0.5)) / TICKS));
    return { date, at: place(date) };
  });
  return { place, end, ticks };
}

function Bar({ span, axis, className }: { span: Span; axis: Axis; className: string }) {
  const left = axis.place(span.from);
  const right = axis.place(span.to ?? axis.end);
  return (
    <span
      title={spanText(span)}
      className={cn("absolute inset-y-0.5 rounded-sm", span.to === null && "rounded-r-none", className)}
      style={{ left: `${left}%`, width: `${Math.max(0.5, right - left)}%` }}
    />
  );
}

function Mark({ at, label, className }: { at: number; label: string; className: string }) {
  return (
    <span className={cn("absolute bottom-0 border-l leading-none", className)} style={{ left: `${at}%` }}>
      <span className={cn("pl-1 text-xs whitespace-nowrap", at > 80 && "absolute right-1 pl-0")}>
        {label}
      </span>
    </span>
  );
}

/** The days of a span with both ends, in words. */
export function spanText({ from, to }: Span): string {
  return to === null
    ? `from ${formatDate(from)} on`
    : `${formatDate(from)} to ${formatDate(addDays(to, -1))}`;
}
