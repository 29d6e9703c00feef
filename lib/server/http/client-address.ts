import "server-only";

/** The address that the nearest machine reported: the last entry, because a caller can invent all earlier ones. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
