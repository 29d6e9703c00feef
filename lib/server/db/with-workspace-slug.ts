import "server-only";
import { runTransaction, type Transaction } from "./run-transaction";

/** Sees the row of the workspace with this slug and nothing that belongs to it, to read only. Grants no access to it. */
export function withWorkspaceSlug<T>(
  slug: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return runTransaction("app.workspace_slug", slug, work);
}
