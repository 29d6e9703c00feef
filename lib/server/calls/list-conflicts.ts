import "server-only";
import type { z } from "zod";
import type { callConflictSchema, conflictListQuerySchema } from "@/lib/contracts/calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { readCursor, writeCursor } from "@/lib/server/usage/page-cursor";

type CallConflict = z.input<typeof callConflictSchema>;

/** Calls that came again under a known id with another payload and were refused, newest first, a page at a time. */
export async function listConflicts(
  workspace: { id: string },
  { cursor, limit }: z.output<typeof conflictListQuerySchema>,
): Promise<{ items: CallConflict[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await inWorkspace(workspace.id, (tx) =>
    tx.callConflict.findMany({
      where: {
        workspaceId: workspace.id,
        ...(after && {
          OR: [{ receivedAt: { lt: after.at } }, { receivedAt: after.at, id: { lt: after.id } }],
        }),
      },
      select: { id: true, callId: true, receivedAt: true, payload: true },
      orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
    }),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ callId, receivedAt, payload }) => ({
      callId,
      receivedAt: receivedAt.toISOString(),
      payload: payload as CallConflict["payload"],
    })),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(last.receivedAt, last.id) : null,
  };
}
