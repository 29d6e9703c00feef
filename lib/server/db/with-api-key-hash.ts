import "server-only";
import { runTransaction, type Transaction } from "./run-transaction";

/** Sees the API key with this hash and the workspace behind it, to read only: for finding out whose key it is. */
export function withApiKeyHash<T>(
  keyHash: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return runTransaction("app.api_key_hash", keyHash, work);
}
