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
  if (unfinishedId !== null) await deleteWorkspace(unfinishedId);

  const actor = await createWorkspace(world, unfinishedSlug, now);
  await fillWorkspace(actor, world, now);
  const workspaceId = actor.workspace.id;
  await inWorkspace(workspaceId, async (tx) => {
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

/** The workspace in the hands of the person at this machine, whom local sign-in knows by this address. */
async function createWorkspace(world: World, slug: string, now: Date): Promise<Actor> {
  const user = await prisma().user.upsert({
    where: { email: "you@localhost" },
    create: { id: `usr_${randomUUID()}`, email: "you@localhost", name: "You" },
    update: {},
  });
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
  return { kind: "user", id: user.id, name: user.name, role: "owner", scopes: null, workspace };
}
