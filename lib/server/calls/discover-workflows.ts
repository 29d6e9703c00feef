import "server-only";
import { randomUUID } from "node:crypto";
import type { Transaction } from "@/lib/server/db/run-transaction";

/**
 * The known workflows' ids by name, with those that calls name for the first time: each becomes a workflow, marked as
 * discovered. Of two transactions that discover the same one, one creates it and the other finds it.
 */
export async function discoverWorkflows(
  tx: Transaction,
  workspaceId: string,
  names: ReadonlySet<string>,
  known: ReadonlyMap<string, string>,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const unknown = [...names].filter((name) => !known.has(name)).sort();
  if (unknown.length === 0) return known;
  await tx.workflow.createMany({
    data: unknown.map((slug) => ({
      workspaceId,
      id: `wfl_${randomUUID()}`,
      slug,
      name: slug,
      discovered: true,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
  const rows = await tx.workflow.findMany({
    where: { workspaceId, slug: { in: unknown } },
    select: { id: true, slug: true },
  });
  return new Map([...known, ...rows.map(({ slug, id }) => [slug, id] as const)]);
}
