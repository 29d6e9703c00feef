import "server-only";
import type { Derivation } from "@/lib/derivations";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** What an explanation is made from: the workspace's data in one transaction, and the moment of asking. */
export interface Explaining {
  tx: Transaction;
  workspace: WorkspaceRow;
  now: Date;
}

/** A derivation whose parts can be asked for by a query. */
export type Explained = Derivation<ExplanationQuery>;
