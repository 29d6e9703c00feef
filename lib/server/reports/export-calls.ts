import "server-only";
import type { CallFilter, LoggedCall } from "@/lib/contracts/calls";
import { nanoUsd } from "@/lib/money";
import { CALLS_TABLE_COLUMNS, callsTableCells } from "@/lib/reports";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { listCalls } from "@/lib/server/usage/list-calls";
import { csvResponse } from "./csv-response";

/** Large enough to be fast, small enough to be forgotten again. */
const PAGE_ROWS = 5_000;

/** Every call of a filter as a file, newest first, read while it is sent: its length does not matter. */
export function exportCalls(workspace: WorkspaceRow, filter: CallFilter): Response {
  return csvResponse(`pixelcast-${workspace.slug}-calls.csv`, callRows(workspace, filter));
}

async function* callRows(workspace: WorkspaceRow, filter: CallFilter): AsyncGenerator<readonly string[]> {
  yield CALLS_TABLE_COLUMNS;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listCalls>> = await listCalls(workspace, {
      ...filter,
      limit: PAGE_ROWS,
      ...(cursor !== null && { cursor }),
    });
    for (const call of page.items) yield callsTableCells(toRow(call));
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function toRow(call: LoggedCall): Parameters<typeof callsTableCells>[0] {
  return {
    ...call,
    costNanoUsd: amount(call.costNanoUsd),
    boundLowNanoUsd: amount(call.boundLowNanoUsd),
    boundHighNanoUsd: amount(call.boundHighNanoUsd),
  };
}

function amount(digits: string | null) {
  return digits === null ? null : nanoUsd(BigInt(digits));
}
