import "server-only";
import { runTransaction, type Transaction } from "./run-transaction";

/** Sees the user's memberships and the workspaces behind them, to read only: for finding out where a request may go. */
export function asUser<T>(userId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return runTransaction("app.user_id", userId, work);
}
