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

const UNREACHABLE_MESSAGE = /^Connection terminated|timeout exceeded when trying to connect/;

/** What Node, pg and Prisma say about an error, and where they put the errors inside it. */
interface ErrorFields {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
  originalMessage?: unknown;
  cause?: unknown;
  meta?: unknown;
  driverAdapterError?: unknown;
  errors?: unknown;
}

/** Whether an error means that the database does not answer, as opposed to answering with an error. */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 6) return false;
  const { code, originalCode, kind, message, originalMessage }: ErrorFields = error;
  const { cause, meta, driverAdapterError, errors }: ErrorFields = error;
  if ([code, originalCode].some((each) => typeof each === "string" && UNREACHABLE.has(each))) return true;
  if (typeof kind === "string" && UNREACHABLE_KINDS.has(kind)) return true;
  const messages = [message, originalMessage];
  if (messages.some((each) => typeof each === "string" && UNREACHABLE_MESSAGE.test(each))) return true;
  const inner: unknown[] = [
    cause,
    meta,
    driverAdapterError,
    ...(Array.isArray(errors) ? (errors as unknown[]) : []),
  ];
  return inner.some((each) => isDatabaseUnavailable(each, depth + 1));
}
