import "server-only";
import type { Role } from "@/lib/access";
import type { Member } from "@/lib/contracts/settings";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findMember } from "./find-member";
import { lockWorkspace } from "./lock-workspace";
import { memberAnswer } from "./member-answer";
import { checkAnotherOwnerStays, checkMayTouchOwners } from "./owner-rules";

/** Changes what a member may do, from their next request on. */
export async function updateMember(actor: Actor, memberId: string, role: Role): Promise<Member> {
  const workspaceId = actor.workspace.id;
  const member = await inWorkspace(workspaceId, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const before = await findMember(tx, workspaceId, memberId);
    checkMayTouchOwners(actor, before.role, role);
    if (before.role === role) return before;
    if (before.role === "owner") await checkAnotherOwnerStays(tx, workspaceId, memberId);
    await tx.membership.update({
      where: { workspaceId_id: { workspaceId, id: memberId } },
      data: { role },
    });
    await recordAudit(tx, {
      actor,
      action: "member.role_changed",
      subject: `member:${memberId}`,
      detail: { userId: before.userId, from: before.role, to: role },
    });
    return { ...before, role };
  });
  return memberAnswer(member);
}
