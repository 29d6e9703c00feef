import "server-only";
import type { Workspace } from "@/lib/contracts/settings";
import type { SignedInUser } from "@/lib/server/auth/signed-in-user";
import { insertWorkspace } from "./insert-workspace";
import { workspaceAnswer } from "./workspace-answer";

/** Starts an empty workspace with the signed-in person as its owner. */
export async function createWorkspace(
  { id, name: userName }: SignedInUser,
  { name, timeZone }: { name: string; timeZone: string },
): Promise<Workspace> {
  const findOwner = () => Promise.resolve({ id, name: userName });
  return workspaceAnswer(await insertWorkspace({ name, timeZone, findOwner }), "owner");
}
