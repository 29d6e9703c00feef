import "server-only";
import { roleSchema } from "@/lib/contracts/settings";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { MEMBER_FIELDS } from "./member-answer";

/** The member with this id, in this workspace. */
export async function findMember(tx: Transaction, workspaceId: string, id: string) {
  const member = await tx.membership.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: MEMBER_FIELDS,
  });
  if (member === null) throw new RequestError("not_found", "No member of this workspace has this id.");
  return { ...member, role: roleSchema.parse(member.role) };
}
