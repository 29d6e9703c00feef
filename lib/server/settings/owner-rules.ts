import "server-only";
import type { Role } from "@/lib/access";
import type { Actor } from "@/lib/server/access/actor";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";

/** Only owners make, change or remove owners; `roles` are the roles that a change takes away or gives. */
export function checkMayTouchOwners(actor: Actor, ...roles: Role[]): void {
  if (roles.includes("owner") && actor.role !== "owner") {
    throw new RequestError("not_allowed", "Only an owner can make, change or remove owners.");
  }
}

/** Call it under the workspace's lock, or two owners could step down at the same moment. */
export async function checkAnotherOwnerStays(
  tx: Transaction,
  workspaceId: string,
  memberId: string,
): Promise<void> {
  const others = await tx.membership.count({ where: { workspaceId, role: "owner", NOT: { id: memberId } } });
  if (others === 0) throw new RequestError("last_owner", "Make somebody else an owner first.");
}
