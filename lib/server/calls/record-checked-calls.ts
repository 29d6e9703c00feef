import "server-only";
import type { recordAudit } from "@/lib/server/audit/record-audit";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { FieldError } from "@/lib/server/http/request-error";
import { keepLoggedTags } from "@/lib/server/tags/keep-logged-tags";
import { holdCalendar } from "@/lib/server/usage/calendar-lock";
import { arrayLiteral } from "./array-literal";
import { toCallRow } from "./call-row";
import type { CheckedCall } from "./check-call";
import { insertCalls } from "./insert-calls";
import { getLoggingContext, type LoggingContext } from "./logging-context";
import { refuseConflicts } from "./refuse-conflicts";
import { refuseDroppedDays } from "./refuse-dropped-days";

export interface RecordOptions {
  now: Date;
  /** The file import that the calls come from. */
  importId?: string | undefined;
  /** Who is named in the audit log when a call is refused as a conflict; the product itself when left out. */
  actor?: Parameters<typeof recordAudit>[1]["actor"] | undefined;
}

/**
 * What became of a call: written; known with this very payload, be it since long or (`repeated`) since an earlier
 * place in the same import or request; known with another payload and refused; or of a day that is not taken any more.
 */
export type RecordedStatus = "created" | "exists" | "repeated" | "conflict" | { refused: FieldError };

/** Writes calls in the caller's transaction, each id once, and says what became of each, in order. */
export async function recordCheckedCalls(
  tx: Transaction,
  workspaceId: string,
  calls: readonly CheckedCall[],
  options: RecordOptions,
): Promise<RecordedStatus[]> {
  if (calls.length === 0) return [];
  await tx.$executeRaw`SELECT ${holdCalendar(workspaceId)}`;
  const names = new Set(calls.flatMap(({ call }) => call.workflow ?? []));
  const context = await getLoggingContext(tx, workspaceId, names, options.now);
  const refused = await refuseDroppedDays(tx, calls, context);

  const firstById = new Map<string, CheckedCall>();
  for (const checked of calls) {
    if (!firstById.has(checked.call.id) && !refused.has(checked)) firstById.set(checked.call.id, checked);
  }
  const firsts = [...firstById.values()];
  const created = await writeCalls(tx, workspaceId, firsts, context, options);
  const known = await findKnown(
    tx,
    workspaceId,
    [...firstById.keys()].filter((id) => !created.has(id)),
  );

  const conflicts: CheckedCall[] = [];
  const statuses = calls.map((checked): RecordedStatus => {
    const { id } = checked.call;
    const refusal = refused.get(checked);
    if (refusal !== undefined) return { refused: refusal };
    const first = firstById.get(id);
    const earlier = known.get(id);
    if (checked === first && created.has(id)) return "created";
    const isSame = (earlier?.payloadHash ?? first?.payloadHash) === checked.payloadHash;
    if (!isSame) {
      conflicts.push(checked);
      return "conflict";
    }
    const isRepeated =
      checked !== first || (options.importId !== undefined && earlier?.importId === options.importId);
    return isRepeated ? "repeated" : "exists";
  });
  await refuseConflicts(tx, workspaceId, conflicts, options);
  return statuses;
}

async function writeCalls(
  tx: Transaction,
  workspaceId: string,
  calls: readonly CheckedCall[],
  context: LoggingContext,
  { importId, now }: RecordOptions,
): Promise<Set<string>> {
  if (calls.length === 0) return new Set();
  const rows = calls.map((checked) => toCallRow(checked, context));
  const { timeZone, trackedTags } = context;
  const isTagged = await keepLoggedTags(
    tx,
    workspaceId,
    trackedTags,
    calls.map(({ call }) => call),
  );
  return insertCalls(tx, workspaceId, rows, { timeZone, importId: importId ?? null, isTagged, now });
}

/** What stands under ids that were not new. */
async function findKnown(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, { payloadHash: string; importId: string | null }>> {
  if (ids.length === 0) return new Map();
  // Where statistics say that there are no calls, as after an import was undone, PostgreSQL takes every index that begins
  // with the workspace for as good as the one of ids, and walks the whole log for each id. Only that one is in order.
  await tx.$executeRaw`SET LOCAL enable_sort = off`;
  const rows = await tx.$queryRaw<{ id: string; payloadHash: string; importId: string | null }[]>`
    SELECT known.id, encode(known.payload_hash, 'hex') AS "payloadHash", known.import_id AS "importId"
    FROM unnest(${arrayLiteral(ids)}::text[]) AS wanted(id), LATERAL (
      SELECT * FROM call WHERE workspace_id = ${workspaceId} AND id >= wanted.id ORDER BY id LIMIT 1
    ) AS known
    WHERE known.id = wanted.id`;
  await tx.$executeRaw`SET LOCAL enable_sort = on`;
  return new Map(rows.map((row) => [row.id, row]));
}
