import "server-only";
import { runTransaction, type Transaction, type TransactionOptions } from "./run-transaction";

/**
 * The one way to a workspace's data: a transaction that sees and writes the rows of this workspace and of no other. The
 * work may run more than once, when it collides with another transaction.
 */
export function inWorkspace<T>(
  workspaceId: string,
  work: (transaction: Transaction) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return runTransaction("app.workspace_id", workspaceId, work, options);
}
