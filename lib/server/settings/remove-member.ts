import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findMember } from "./find-member";
import { lockWorkspace } from "./lock-workspace";
import { checkAnotherOwnerStays, checkMayTouchOwners } from "./owner-rules";

/** Takes a person out of the workspace; their account stays. */
export async function removeMember(actor: Actor, memberId: string): Promise<void> {
  const workspaceId = actor.workspace.id;
  await inWorkspace(workspaceId, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const { userId, role } = await findMember(tx, workspaceId, memberId);
    checkMayTouchOwners(actor, role);
    if (role === "owner") await checkAnotherOwnerStays(tx, workspaceId, memberId);
    await tx.membership.delete({ where: { workspaceId_id: { workspaceId, id: memberId } } });
    await recordAudit(tx, {
      actor,
      action: "member.removed",
      subject: `member:${memberId}`,
      detail: { userId, role },
    });
  });
}
