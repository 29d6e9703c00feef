/** How `toISOString` writes an instant. */
const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** An ISO 8601 instant with an offset, as `toISOString` writes it. */
export function inUtc(instant: string): string {
  return UTC_INSTANT.test(instant) ? instant : new Date(instant).toISOString();
}
