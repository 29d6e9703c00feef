import "server-only";
import { roleAllows } from "@/lib/access";
import type { Actor } from "@/lib/server/access/actor";
import { RequestError } from "@/lib/server/http/request-error";

/** What everybody sees is made and changed by those who may edit what everybody plans with. */
export function requireSharing(actor: Actor): void {
  if (actor.role === null || !roleAllows(actor.role, "editScenarios"))
    throw new RequestError(
      "not_allowed",
      "Sharing a view with the team takes the permission to edit scenarios.",
    );
}
