import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit, systemActor } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { prisma } from "@/lib/server/db/prisma";
import { withWorkspaceSlug } from "@/lib/server/db/with-workspace-slug";
import { readEnvironment } from "@/lib/server/env";
import type { VerifiedUser } from "./verify-credentials";

const LOCAL_EMAIL = "you@localhost";
const SAMPLE_SLUG = "demo";

/**
 * Whether this request may sign in with one click. Besides the setting, every name and address that the request
 * carries must be this machine's own: a page that points its domain at 127.0.0.1 sends its own name as host, and a
 * proxy in front of a local server names the visitor in the forwarded headers.
 */
export function isLocalSignInAllowed(headers: Headers): boolean {
  if (!readEnvironment().allowsLocalSignIn) return false;
  const names = [headers.get("host"), headers.get("x-forwarded-host")].filter((name) => name !== null);
  const visitors = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .filter((address) => address.trim() !== "");
  return names.length > 0 && names.every(isLoopbackName) && visitors.every(isLoopbackAddress);
}

function isLoopbackName(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/.test(host);
}

function isLoopbackAddress(address: string): boolean {
  return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(address.trim());
}

/** The person at this machine: created on first use, and owner of the sample workspace where there is one. */
export async function signInLocally(): Promise<VerifiedUser> {
  const user = await prisma().user.upsert({
    where: { email: LOCAL_EMAIL },
    create: { id: `usr_${randomUUID()}`, email: LOCAL_EMAIL, name: "You" },
    update: {},
  });
  const sample = await withWorkspaceSlug(SAMPLE_SLUG, (tx) =>
    tx.workspace.findFirst({ where: { slug: SAMPLE_SLUG, isSample: true }, select: { id: true } }),
  );
  if (sample !== null) await joinAsOwner(sample, user.id);
  return { id: user.id, name: user.name, email: user.email };
}

function joinAsOwner(workspace: { id: string }, userId: string): Promise<void> {
  return inWorkspace(workspace.id, async (tx) => {
    const { count } = await tx.membership.createMany({
      data: [{ workspaceId: workspace.id, id: `mbr_${randomUUID()}`, userId, role: "owner" }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, {
      actor: systemActor(workspace),
      action: "member.added",
      subject: `user:${userId}`,
      detail: { userId, role: "owner", isNewUser: false },
    });
  });
}
