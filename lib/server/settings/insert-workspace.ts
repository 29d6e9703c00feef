import "server-only";
import { randomUUID } from "node:crypto";
import { WORKSPACE_FIELDS, type WorkspaceRow } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { isSlugTaken } from "./is-slug-taken";
import { freeSlug } from "./workspace-slug";

interface NewWorkspace {
  name: string;
  timeZone: string;
  /** Who owns it; created in the same transaction where that is needed. */
  findOwner: (tx: Transaction) => Promise<{ id: string; name: string }>;
}

const ATTEMPTS = 3;

/** A new, empty workspace with its owner. */
export async function insertWorkspace(input: NewWorkspace): Promise<WorkspaceRow> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await insertUnder(await freeSlug(input.name), input);
    } catch (error) {
      // Somebody else took the slug between the look and the insert.
      if (attempt === ATTEMPTS || !isSlugTaken(error, "Workspace")) throw error;
    }
  }
}

function insertUnder(slug: string, { name, timeZone, findOwner }: NewWorkspace): Promise<WorkspaceRow> {
  const id = `wsp_${randomUUID()}`;
  return inWorkspace(id, async (tx) => {
    const owner = await findOwner(tx);
    const workspace = await tx.workspace.create({
      data: { id, slug, name, timeZone },
      select: WORKSPACE_FIELDS,
    });
    await tx.membership.create({
      data: { workspaceId: id, id: `mbr_${randomUUID()}`, userId: owner.id, role: "owner" },
    });
    await recordAudit(tx, {
      actor: { ...owner, workspace },
      action: "workspace.created",
      subject: `workspace:${id}`,
      detail: { name, slug, timeZone },
    });
    return workspace;
  });
}
