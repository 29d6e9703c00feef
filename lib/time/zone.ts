import { Temporal } from "temporal-polyfill";
import { dateOfEpochDay } from "./date";

const MS_PER_DAY = 86_400_000;

/** A stretch of time in which a zone keeps one offset from UTC: `from` is in it, `to` is not. */
interface OffsetSpan {
  from: number;
  to: number;
  offsetMs: number;
}

// A zone changes its offset a few times a year at most, so these lists stay short, and a lookup that has the span
// needs no date object. Logs come in by the ten thousand and ask for the day of each call.
const spansByZone = new Map<string, OffsetSpan[]>();

function findSpan(instantMs: number, timeZone: string): OffsetSpan {
  let spans = spansByZone.get(timeZone);
  if (!spans) {
    spans = [];
    spansByZone.set(timeZone, spans);
  }
  for (const span of spans) {
    if (span.from <= instantMs && instantMs < span.to) return span;
  }

  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(instantMs)).toZonedDateTimeISO(timeZone);
  const next = zoned.getTimeZoneTransition("next");
  // One nanosecond on, so that an instant which is itself a transition opens its own span.
  const previous = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const span = {
    from: previous?.epochMilliseconds ?? -Infinity,
    to: next?.epochMilliseconds ?? Infinity,
    offsetMs: zoned.offsetNanoseconds / 1e6,
  };
  spans.push(span);
  return span;
}

/** How far the zone's clocks are ahead of UTC at an instant. */
export function offsetMsAt(instantMs: number, timeZone: string): number {
  return findSpan(instantMs, timeZone).offsetMs;
}

/** The calendar date on the zone's clocks at an instant. An unknown zone is a RangeError. */
export function localDate(instantMs: number, timeZone: string): string {
  return dateOfEpochDay(Math.floor((instantMs + offsetMsAt(instantMs, timeZone)) / MS_PER_DAY));
}

/**
 * The first instant of a date in a zone, in milliseconds since 1970. Where clocks jump over midnight the day begins
 * at the jump; a date that a zone skipped altogether begins when the next one does.
 */
export function startOfDay(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}
