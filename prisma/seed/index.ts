import { randomUUID } from "node:crypto";
import { parseUsd } from "@/lib/money";
import { WORKSPACE_FIELDS, type Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { prisma } from "@/lib/server/db/prisma";
import { withWorkspaceSlug } from "@/lib/server/db/with-workspace-slug";
import { withClient } from "@/lib/server/migrations/with-client";
import { fillWorkspace } from "./fill-workspace";
import type { World } from "./world";
import { northlightStudio } from "./worlds/northlight-studio";

/** The person at this machine, whom local sign-in knows by this address. */
const LOCAL_USER = { email: "you@localhost", name: "You" };

/**
 * Creates the sample workspace as of `now`, with the local user as its owner, unless it is there already. The stored
 * price catalogue prices its calls, so it must be there first. The workspace is filled under another slug and gets its
 * own when everything is in: a seeding that was interrupted is never taken for a finished one, and what it left behind
 * is removed by the next.
 */
export async function seedSampleWorkspace({
  databaseUrl,
  now,
}: {
  databaseUrl: string;
  now: Date;
}): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    // Of two seedings at once the second waits, and finds the workspace that the first one made.
    await client.query("SELECT pg_advisory_lock(hashtextextended('sample workspace', 0))");
    await seedWorld(northlightStudio, now);
  });
}

async function seedWorld(world: World, now: Date): Promise<void> {
  const { slug } = world;
  if ((await findWorkspaceId(slug)) !== null) return;
  const unfinishedSlug = `${slug}-unfinished`;
  const unfinishedId = await findWorkspaceId(unfinishedSlug);
  const localUser = await prisma().user.findUnique({ where: { email: LOCAL_USER.email } });
  // The local user comes with the finished sample. Whoever is there without it has deleted it.
  if (localUser !== null && unfinishedId === null) return;
  if (unfinishedId !== null) await deleteWorkspace(unfinishedId);

  const actor = await createWorkspace(world, unfinishedSlug, localUser?.id ?? `usr_${randomUUID()}`, now);
  await fillWorkspace(actor, world, now);
  const workspaceId = actor.workspace.id;
  await inWorkspace(workspaceId, async (tx) => {
    await tx.user.upsert({ where: { id: actor.id }, create: { id: actor.id, ...LOCAL_USER }, update: {} });
    await tx.membership.create({
      data: { workspaceId, id: `mbr_${randomUUID()}`, userId: actor.id, role: "owner" },
    });
    await tx.workspace.update({ where: { id: workspaceId }, data: { slug } });
  });
}

async function findWorkspaceId(slug: string): Promise<string | null> {
  const workspace = await withWorkspaceSlug(slug, (tx) => tx.workspace.findUnique({ where: { slug } }));
  return workspace?.id ?? null;
}

async function deleteWorkspace(id: string): Promise<void> {
  await inWorkspace(id, (tx) => tx.workspace.delete({ where: { id } }), { timeoutMs: 120_000 });
}

async function createWorkspace(world: World, slug: string, ownerId: string, now: Date): Promise<Actor> {
  const id = `wsp_${randomUUID()}`;
  const { name, timeZone, monthlyBudgetUsd } = world;
  const workspace = await inWorkspace(id, (tx) =>
    tx.workspace.create({
      data: {
        id,
        slug,
        name,
        timeZone,
        monthlyBudgetNanoUsd: parseUsd(monthlyBudgetUsd),
        isSample: true,
        createdAt: now,
      },
      select: WORKSPACE_FIELDS,
    }),
  );
  return { kind: "user", id: ownerId, name: LOCAL_USER.name, role: "owner", scopes: null, workspace };
}
