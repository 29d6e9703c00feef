import "server-only";
import { roleAllows, scopesAllow, type Permission } from "@/lib/access";
import { findSession } from "@/lib/server/auth/find-session";
import { checkOrigin } from "@/lib/server/http/check-origin";
import { RequestError } from "@/lib/server/http/request-error";
import type { Actor } from "./actor";
import { authenticateKey } from "./authenticate-key";
import { findMembership } from "./find-membership";

/** Who asks, for which workspace; throws unless they hold the permission there. */
export async function resolveActor(request: Request, permission: Permission, now: Date): Promise<Actor> {
  const actor = request.headers.has("authorization")
    ? await resolveProgram(request, now)
    : await resolvePerson(request, now);
  if (!holds(actor, permission)) {
    throw new RequestError(
      "not_allowed",
      actor.kind === "user"
        ? `The role ${actor.role} does not include this.`
        : `The scopes of this key (${actor.scopes?.join(", ")}) do not include this.`,
    );
  }
  return actor;
}

function holds({ role, scopes }: Actor, permission: Permission): boolean {
  if (role !== null) return roleAllows(role, permission);
  return scopes !== null && scopesAllow(scopes, permission);
}

async function resolvePerson(request: Request, now: Date): Promise<Actor> {
  const user = await findSession(request.headers, now);
  if (user === null) throw new RequestError("not_signed_in", "There is no session, or it has ended.");
  if (request.method !== "GET" && request.method !== "HEAD") checkOrigin(request);
  const slug = namedWorkspace(request);
  if (slug === null) {
    throw new RequestError("invalid_request", "Name the workspace: ?workspace=<slug>.", [
      { path: "workspace", message: "A session may be in several workspaces, so this parameter is needed" },
    ]);
  }
  const actor = await findMembership(user, slug);
  // The same answer for a workspace of others as for none, so that names cannot be probed.
  if (actor === null) throw noWorkspace();
  return actor;
}

async function resolveProgram(request: Request, now: Date): Promise<Actor> {
  const actor = await authenticateKey(request.headers.get("authorization") ?? "", now);
  const slug = namedWorkspace(request);
  if (slug !== null && slug !== actor.workspace.slug) throw noWorkspace();
  return actor;
}

function namedWorkspace(request: Request): string | null {
  const [slug = null, ...others] = new URL(request.url).searchParams.getAll("workspace");
  if (others.length > 0) {
    throw new RequestError("invalid_request", "Name one workspace.", [
      { path: "workspace", message: "This parameter is given more than once" },
    ]);
  }
  // No slug holds other characters, and PostgreSQL would stumble over some of them.
  return slug === null || /^[a-z0-9-]{1,60}$/.test(slug) ? slug : "";
}

function noWorkspace(): RequestError {
  return new RequestError("not_found", "There is no such workspace for this session or key.");
}
