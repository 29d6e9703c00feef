import { Temporal } from "temporal-polyfill";
import { isDate } from "./date";
import { offsetMsAt } from "./zone";

/**
 * A moment read from a log. `isAmbiguous` marks a local time that happened twice, as clocks went back: it is read as
 * the first of the two.
 */
export type InstantReading = { epochMs: number; isAmbiguous: boolean } | { problem: string };

const MS_PER_DAY = 86_400_000;

const DATE_TIME =
  /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Reads the forms in which logs write a time: ISO 8601 with or without an offset, the same with a space or slashes,
 * a date alone (its midnight), and seconds or milliseconds since 1970. A time without an offset is read on the
 * clocks of the zone; one that those clocks jumped over never happened there and is a problem, as is a form that can
 * be read in two ways, such as 11/03/2026.
 */
export function parseInstant(text: string, timeZone: string): InstantReading {
  const trimmed = text.trim();
  const epoch = readEpoch(trimmed);
  if (epoch !== null) return { epochMs: epoch, isAmbiguous: false };

  const match = DATE_TIME.exec(trimmed);
  if (!match) return { problem: `“${trimmed.slice(0, 40)}” is not a time such as 2026-11-03 10:22:41` };
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", offset] = match;

  const date = `${year}-${month}-${day}`;
  const midnightMs = midnightOf(date);
  if (midnightMs === null) return { problem: `${date} is not a date` };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return { problem: `${hour}:${minute}:${second} is not a time of day` };
  }
  const wallMs =
    midnightMs +
    (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000 +
    Number(fraction.slice(0, 3).padEnd(3, "0"));

  if (offset === undefined) return onTheClocksOf(timeZone, wallMs);
  const offsetMs = readOffset(offset);
  if (offsetMs === null) return { problem: `${offset} is not an offset from UTC` };
  return { epochMs: wallMs - offsetMs, isAmbiguous: false };
}

// Most lines of a log happened on the day of the line before.
let known: { date: string; midnightMs: number | null } = { date: "", midnightMs: null };

/** Where a date begins in UTC; null where there is no such date. */
function midnightOf(date: string): number | null {
  if (known.date !== date)
    known = { date, midnightMs: isDate(date) ? Date.parse(`${date}T00:00:00Z`) : null };
  return known.midnightMs;
}

/** Nine or ten digits are seconds (1973 to 2286), twelve or thirteen milliseconds; 20261103 is neither. */
function readEpoch(text: string): number | null {
  if (/^\d{9,10}(\.\d{1,9})?$/.test(text)) return Math.floor(Math.round(Number(text) * 1e6) / 1e3);
  if (/^\d{12,13}(\.\d{1,6})?$/.test(text)) return Math.floor(Number(text));
  return null;
}

function readOffset(text: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!match) return 0;
  const [, sign, hours = "0", minutes = "0"] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -size : size;
}

function onTheClocksOf(timeZone: string, wallMs: number): InstantReading {
  // No zone is more than a day off UTC: where the offset is the same a day before and after, no clock was moved.
  const before = offsetMsAt(wallMs - MS_PER_DAY, timeZone);
  if (before === offsetMsAt(wallMs + MS_PER_DAY, timeZone)) {
    return { epochMs: wallMs - before, isAmbiguous: false };
  }
  const wall = Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, -1));
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (!earlier.toPlainDateTime().equals(wall)) {
    return {
      problem: `${wall.toString().replace("T", " ")} does not exist in ${timeZone}: its clocks jumped over it`,
    };
  }
  const later = wall.toZonedDateTime(timeZone, { disambiguation: "later" });
  return { epochMs: earlier.epochMilliseconds, isAmbiguous: !earlier.equals(later) };
}
