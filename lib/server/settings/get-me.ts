import "server-only";
import { roleSchema, type Me } from "@/lib/contracts/settings";
import { WORKSPACE_FIELDS } from "@/lib/server/access/actor";
import type { SignedInUser } from "@/lib/server/auth/signed-in-user";
import { asUser } from "@/lib/server/db/as-user";
import { workspaceAnswer } from "./workspace-answer";

/** Who is signed in, and their workspaces: their own first, the sample last. */
export async function getMe({ id, name, email }: SignedInUser): Promise<Me> {
  const memberships = await asUser(id, (tx) =>
    tx.membership.findMany({
      where: { userId: id },
      select: { role: true, workspace: { select: WORKSPACE_FIELDS } },
      orderBy: [{ workspace: { isSample: "asc" } }, { workspace: { name: "asc" } }, { workspaceId: "asc" }],
    }),
  );
  return {
    user: { id, name, email },
    workspaces: memberships.map(({ role, workspace }) => workspaceAnswer(workspace, roleSchema.parse(role))),
  };
}
