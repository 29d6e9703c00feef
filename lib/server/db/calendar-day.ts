import "server-only";

// A column of type date comes and goes as midnight in UTC, whatever zone the day is one of.

export function readDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

export function writeDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
