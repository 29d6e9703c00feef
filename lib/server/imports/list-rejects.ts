import "server-only";
import type { z } from "zod";
import type { importRejectSchema } from "@/lib/contracts/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { getImportRow } from "./import-row";

type Reject = z.input<typeof importRejectSchema>;

/** The lines of a file that did not become calls, in the order of the file, a page at a time. */
export function listRejects(
  workspace: { id: string },
  importId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Reject[]; nextCursor: string | null }> {
  const afterLine = cursor === undefined ? 0n : readLine(cursor);
  return inWorkspace(workspace.id, async (tx) => {
    await getImportRow(tx, workspace.id, importId);
    const rows = await tx.callImportReject.findMany({
      where: { workspaceId: workspace.id, importId, line: { gt: afterLine } },
      select: { line: true, field: true, reason: true, content: true },
      orderBy: { line: "asc" },
      take: limit + 1,
    });
    const items = rows.slice(0, limit).map((row) => ({ ...row, line: Number(row.line) }));
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.line ?? "") : null };
  });
}

function readLine(cursor: string): bigint {
  if (/^\d{1,15}$/.test(cursor)) return BigInt(cursor);
  const message = "This is not a cursor that a page of this list gave";
  throw new RequestError("invalid_request", `cursor: ${message}.`, [{ path: "cursor", message }]);
}
