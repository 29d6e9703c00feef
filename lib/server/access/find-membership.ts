import "server-only";
import { roleSchema } from "@/lib/contracts/settings";
import type { SignedInUser } from "@/lib/server/auth/signed-in-user";
import { WORKSPACE_FIELDS, type Actor } from "./actor";
import { asUser } from "@/lib/server/db/as-user";

/** The person as a member of the workspace with this slug; null when there is no such workspace for them. */
export async function findMembership(user: SignedInUser, slug: string): Promise<Actor | null> {
  const membership = await asUser(user.id, (tx) =>
    tx.membership.findFirst({
      where: { userId: user.id, workspace: { slug } },
      select: { role: true, workspace: { select: WORKSPACE_FIELDS } },
    }),
  );
  if (membership === null) return null;
  return {
    kind: "user",
    id: user.id,
    name: user.name,
    role: roleSchema.parse(membership.role),
    scopes: null,
    workspace: membership.workspace,
  };
}
