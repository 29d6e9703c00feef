import "server-only";

const UNREACHABLE = new Set([
  // Node: nothing listens, or the connection broke.
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  // PostgreSQL: shutting down, starting up, or full.
  "57P01",
  "57P02",
  "57P03",
  "53300",
  // Prisma: cannot reach, timed out, connection closed, no connection became free.
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
]);

const UNREACHABLE_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
]);

/** Whether an error means that the database does not answer, as opposed to answering with an error. */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  if ("code" in error && typeof error.code === "string" && UNREACHABLE.has(error.code)) return true;
  if ("kind" in error && typeof error.kind === "string" && UNREACHABLE_KINDS.has(error.kind)) return true;
  if (
    "message" in error &&
    typeof error.message === "string" &&
    /^Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  ) {
    return true;
  }
  if ("errors" in error && Array.isArray(error.errors)) {
    return error.errors.some((inner) => isDatabaseUnavailable(inner, depth + 1));
  }
  return "cause" in error && isDatabaseUnavailable(error.cause, depth + 1);
}
