import "server-only";
import { ROLES } from "@/lib/access";
import type { Member } from "@/lib/contracts/settings";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { MEMBER_FIELDS, memberAnswer } from "./member-answer";

/** The people of a workspace, from owner to viewer and then by name. */
export async function listMembers(workspace: { id: string }): Promise<{ items: Member[] }> {
  const rows = await inWorkspace(workspace.id, (tx) =>
    tx.membership.findMany({ where: { workspaceId: workspace.id }, select: MEMBER_FIELDS }),
  );
  const items = rows.map(memberAnswer);
  const rank = (member: Member) => ROLES.indexOf(member.role);
  return { items: items.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en")) };
}
