import "server-only";

/** How PostgreSQL (serialisation failure, deadlock) and Prisma name a transaction that lost against another. */
const CONFLICT_CODES = new Set(["40001", "40P01", "P2034"]);

/** Looks through the layers in which Prisma wraps what the driver said. */
export function isConflict(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, originalCode, kind, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  return (
    [code, originalCode].some((value) => typeof value === "string" && CONFLICT_CODES.has(value)) ||
    kind === "TransactionWriteConflict" ||
    [cause, meta, driverAdapterError].some((inner) => isConflict(inner, depth + 1))
  );
}
