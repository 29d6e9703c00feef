import { parseArgs } from "node:util";
import { ConfigurationError } from "@/lib/server/env";
import { runCommand } from "./run-command";
import { withProduct } from "./with-product";

/** Compares a workspace's daily sums with its calls. Exit code 1 when they differ. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { workspace: { type: "string" } } });
  const slug = values.workspace;
  if (!slug) throw new ConfigurationError("Usage: npm run recount -- --workspace <slug>");
  const { calls, rollupRows, keptFrom, differences } = await withProduct(async () => {
    const { withWorkspaceSlug } = await import("@/lib/server/db/with-workspace-slug");
    const { recountWorkspace } = await import("@/lib/server/usage/recount");
    const workspace = await withWorkspaceSlug(slug, (tx) => tx.workspace.findUnique({ where: { slug } }));
    if (workspace === null) throw new ConfigurationError(`There is no workspace named ${slug}.`);
    return recountWorkspace(workspace.id);
  });
  for (const { localDate, measure, rollup, recount } of differences) {
    console.log(`${localDate} ${measure}: ${rollup} in the daily sums, ${recount} counted`);
  }
  if (keptFrom !== null) {
    console.log(`Days before ${keptFrom} are left out: their single calls were dropped, their sums stay.`);
  }
  console.log(`${calls} calls, ${rollupRows} daily sums, ${differences.length} differences`);
  return differences.length === 0 ? 0 : 1;
});
