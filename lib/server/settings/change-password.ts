import "server-only";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { hashPassword, verifyPassword } from "@/lib/server/auth/password";
import type { SignedInUser } from "@/lib/server/auth/signed-in-user";
import { asUser } from "@/lib/server/db/as-user";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { prisma } from "@/lib/server/db/prisma";
import { RequestError } from "@/lib/server/http/request-error";

interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** Replaces the signed-in person's password and signs out every other browser of theirs. */
export async function changePassword(
  user: SignedInUser,
  { currentPassword, newPassword }: PasswordChange,
): Promise<void> {
  const { passwordHash } = await prisma().user.findUniqueOrThrow({ where: { id: user.id } });
  if (passwordHash === null) {
    throw new RequestError("not_allowed", "This account signs in without a password, on this computer only.");
  }
  if (!(await verifyPassword(passwordHash, currentPassword))) {
    throw new RequestError("invalid_request", "currentPassword: It is not the current password.", [
      { path: "currentPassword", message: "It is not the current password" },
    ]);
  }
  const newHash = await hashPassword(newPassword);
  await prisma().$transaction([
    prisma().user.update({ where: { id: user.id }, data: { passwordHash: newHash } }),
    prisma().session.deleteMany({ where: { userId: user.id, NOT: { id: user.sessionId } } }),
  ]);
  await auditInEveryWorkspace(user);
}

/** An account belongs to no workspace, so each workspace that trusts it is told. */
async function auditInEveryWorkspace({ id, name }: SignedInUser): Promise<void> {
  const memberships = await asUser(id, (tx) =>
    tx.membership.findMany({ where: { userId: id }, select: { workspaceId: true } }),
  );
  for (const { workspaceId } of memberships) {
    await inWorkspace(workspaceId, (tx) =>
      recordAudit(tx, {
        actor: { id, name, workspace: { id: workspaceId } },
        action: "user.password_changed",
        subject: `user:${id}`,
      }),
    );
  }
}
