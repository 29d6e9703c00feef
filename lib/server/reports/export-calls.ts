import "server-only";
import type { CallFilter, LoggedCall } from "@/lib/contracts/calls";
import { nanoUsd } from "@/lib/money";
import { CALLS_TABLE_COLUMNS, callsTableCells } from "@/lib/reports";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findKeptFrom } from "@/lib/server/usage/kept-calls";
import { readCallPage } from "@/lib/server/usage/list-calls";
import { readLoggedCall } from "@/lib/server/usage/logged-call";
import { csvResponse } from "./csv-response";

/** Large enough to be fast, small enough to be forgotten again. */
const PAGE_ROWS = 2_000;

/**
 * Every call of a filter as a file, newest first, read while it is sent: its length does not matter. When calls that belong
 * into it are dropped meanwhile the download breaks off: a file that ends early would look like all of them.
 */
export function exportCalls(workspace: WorkspaceRow, filter: CallFilter): Response {
  return csvResponse(`pixelcast-${workspace.slug}-calls.csv`, callRows(workspace, filter));
}

async function* callRows(workspace: WorkspaceRow, filter: CallFilter): AsyncGenerator<readonly string[]> {
  yield CALLS_TABLE_COLUMNS;
  const before = await readKeptFrom(workspace);
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readCallPage>> = await readCallPage(workspace, {
      ...filter,
      limit: PAGE_ROWS,
      ...(cursor !== null && { cursor }),
    });
    const after = await readKeptFrom(workspace);
    if (after !== before && after !== null && after > (filter.from ?? "")) {
      throw new Error(`Calls before ${after} were dropped while they were exported.`);
    }
    for (const call of page.calls) yield callsTableCells(toRow(readLoggedCall(call)));
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function readKeptFrom({ id }: WorkspaceRow): Promise<string | null> {
  return inWorkspace(id, (tx) => findKeptFrom(tx, id));
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
