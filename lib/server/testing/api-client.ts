import { encode } from "next-auth/jwt";
import { randomUUID } from "node:crypto";
import type { Role, Scope } from "@/lib/access";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { createApiKey } from "@/lib/server/access/create-api-key";
import { startSession } from "@/lib/server/auth/start-session";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { prisma } from "@/lib/server/db/prisma";
import { requireSecret } from "@/lib/server/env";
import { insertWorkspace } from "@/lib/server/settings/insert-workspace";

/** What database tests need to call a route as somebody. */

export interface TestUser {
  id: string;
  name: string;
  email: string;
}

export async function createUser(passwordHash: string | null = null): Promise<TestUser> {
  const id = `usr_${randomUUID()}`;
  return prisma().user.create({
    data: { id, name: `Person ${id.slice(4, 8)}`, email: `${id}@example.com`, passwordHash },
    select: { id: true, name: true, email: true },
  });
}

export function createTestWorkspace(owner: TestUser, name = "Test workspace"): Promise<WorkspaceRow> {
  return insertWorkspace({ name, timeZone: "Europe/Berlin", findOwner: () => Promise.resolve(owner) });
}

/** Answers the membership's id. */
export async function join(workspace: { id: string }, user: TestUser, role: Role): Promise<string> {
  const id = `mbr_${randomUUID()}`;
  await inWorkspace(workspace.id, (tx) =>
    tx.membership.create({ data: { workspaceId: workspace.id, id, userId: user.id, role } }),
  );
  return id;
}

/** A cookie header, as the browser has it after signing in. */
export async function signIn(user: TestUser, now = new Date()): Promise<string> {
  const sessionId = await startSession(user.id, now);
  return `pixelcast.session=${await encode({ token: { sessionId }, secret: requireSecret() })}`;
}

export async function createKey(
  workspace: { id: string },
  scopes: readonly Scope[],
  expiresAt: Date | null = null,
  now = new Date(),
): Promise<{ id: string; secret: string }> {
  const { key, secret } = await createApiKey({
    workspaceId: workspace.id,
    name: scopes.join(" "),
    scopes,
    createdById: null,
    expiresAt,
    now,
  });
  return { id: key.id, secret };
}

export interface TestRequest {
  method?: string;
  path: string;
  cookie?: string;
  key?: string;
  /** Sent as JSON. */
  json?: unknown;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** A request as a browser's own page, or a program with a key, sends it. */
export function apiRequest({ method = "GET", path, cookie, key, json, headers, body }: TestRequest): Request {
  const sent = json === undefined ? body : JSON.stringify(json);
  return new Request(`http://localhost:3000${path}`, {
    method,
    headers: {
      host: "localhost:3000",
      ...(cookie !== undefined && { cookie, "sec-fetch-site": "same-origin" }),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(json !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  });
}
