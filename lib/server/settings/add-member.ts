import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/access";
import type { Member } from "@/lib/contracts/settings";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { hashPassword } from "@/lib/server/auth/password";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { prisma } from "@/lib/server/db/prisma";
import { RequestError } from "@/lib/server/http/request-error";
import { lockWorkspace } from "./lock-workspace";
import { MEMBER_FIELDS, memberAnswer } from "./member-answer";
import { checkMayTouchOwners } from "./owner-rules";

interface NewMember {
  name: string;
  email: string;
  role: Role;
  password?: string | null | undefined;
}

/**
 * Adds a person. Somebody who has an account already keeps their own name and password, whatever is sent; somebody
 * new needs a first password, because no mail is sent.
 */
export async function addMember(actor: Actor, { name, email, role, password }: NewMember): Promise<Member> {
  checkMayTouchOwners(actor, role);
  const workspaceId = actor.workspace.id;
  const known = await prisma().user.findUnique({ where: { email }, select: { id: true } });
  if (known === null && password == null) {
    throw new RequestError("invalid_request", "password: A new person needs a first password.", [
      { path: "password", message: "A new person needs a first password" },
    ]);
  }
  const passwordHash = known === null && password != null ? await hashPassword(password) : null;
  const member = await inWorkspace(workspaceId, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const user = await tx.user.upsert({
      where: { email },
      create: { id: `usr_${randomUUID()}`, email, name, passwordHash },
      update: {},
    });
    const existing = await tx.membership.count({ where: { workspaceId, userId: user.id } });
    if (existing > 0) throw new RequestError("already_exists", "This person is a member already.");
    const created = await tx.membership.create({
      data: { workspaceId, id: `mbr_${randomUUID()}`, userId: user.id, role },
      select: MEMBER_FIELDS,
    });
    await recordAudit(tx, {
      actor,
      action: "member.added",
      subject: `member:${created.id}`,
      detail: { userId: user.id, role, isNewUser: passwordHash !== null },
    });
    return created;
  });
  return memberAnswer(member);
}
