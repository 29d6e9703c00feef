import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { apiRequest, createKey, createTestWorkspace, createUser } from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import type { WorkspaceRow } from "./actor";
import { newApiKey } from "./api-key-format";
import { createApiKey } from "./create-api-key";
import { resolveActor } from "./resolve-actor";

const database = useTestDatabase();

const now = new Date("2026-11-02T08:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

let workspace: WorkspaceRow;
let other: WorkspaceRow;

beforeAll(async () => {
  workspace = await createTestWorkspace(await createUser(), "First");
  other = await createTestWorkspace(await createUser(), "Second");
});

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

function use(
  key: string,
  permission: Parameters<typeof resolveActor>[1] = "viewWorkspace",
  at = now,
  query = "",
) {
  return resolveActor(apiRequest({ path: `/api/v1/calls${query}`, key }), permission, at);
}

test("a key acts in its own workspace, with its own scopes and no role", async () => {
  const { id, secret } = await createKey(workspace, ["write", "read", "read"]);
  expect(await use(secret)).toEqual({
    kind: "api_key",
    id,
    name: "write read read",
    role: null,
    scopes: ["read", "write"],
    workspace,
  });
});

test("it may name its workspace and no other", async () => {
  const { secret } = await createKey(workspace, ["read"]);
  expect(await use(secret, "viewWorkspace", now, `?workspace=${workspace.slug}`)).toBeDefined();
  await expect(use(secret, "viewWorkspace", now, `?workspace=${other.slug}`)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(use(secret, "viewWorkspace", now, "?workspace=a&workspace=b")).rejects.toMatchObject({
    code: "invalid_request",
  });
});

test("each scope opens what it is for and nothing else", async () => {
  const { secret } = await createKey(workspace, ["ingest"]);
  expect(await use(secret, "recordCalls")).toBeDefined();
  for (const permission of ["viewWorkspace", "editScenarios", "manageApiKeys", "deleteWorkspace"] as const) {
    await expect(use(secret, permission)).rejects.toMatchObject({ code: "not_allowed" });
  }
});

test("it stops at the moment it expires", async () => {
  const { secret } = await createKey(workspace, ["read"], after(60), now);
  expect(await use(secret, "viewWorkspace", after(59.9))).toBeDefined();
  await expect(use(secret, "viewWorkspace", after(60))).rejects.toMatchObject({ code: "api_key_expired" });
});

test("it stops on the request after it is revoked", async () => {
  const { id, secret } = await createKey(workspace, ["read"]);
  expect(await use(secret)).toBeDefined();
  await inWorkspace(workspace.id, (tx) =>
    tx.apiKey.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id } },
      data: { revokedAt: now },
    }),
  );
  await expect(use(secret)).rejects.toMatchObject({ code: "api_key_revoked" });
});

test("using it is written down at most once a minute", async () => {
  const { id, secret } = await createKey(workspace, ["read"]);
  const lastUsedAt = () =>
    inWorkspace(workspace.id, (tx) => tx.apiKey.findFirstOrThrow({ where: { id } })).then(
      (key) => key.lastUsedAt,
    );
  expect(await lastUsedAt()).toBeNull();
  await use(secret);
  await use(secret, "viewWorkspace", after(59));
  expect(await lastUsedAt()).toEqual(now);
  await use(secret, "viewWorkspace", after(60));
  expect(await lastUsedAt()).toEqual(after(60));
});

test.each([
  ["an unknown key", () => newApiKey()],
  ["a key that is not one", () => "pxc_live_nonsense"],
  ["a known key with two letters swapped", (secret: string) => secret.slice(0, 20) + "ab" + secret.slice(22)],
])("%s is refused", async (_name, make) => {
  const { secret } = await createKey(workspace, ["read"]);
  await expect(use(make(secret))).rejects.toMatchObject({ code: "api_key_invalid" });
});

test("another scheme than Bearer is refused", async () => {
  const request = apiRequest({ path: "/api/v1/calls", headers: { authorization: "Basic YTpi" } });
  await expect(resolveActor(request, "viewWorkspace", now)).rejects.toMatchObject({
    code: "api_key_invalid",
  });
});

test("the database holds nothing that would open the door", async () => {
  const { secret } = await createKey(workspace, ["read"]);
  const { rows } = await withClient(database.url, (client) =>
    client.query("SELECT api_key::text AS row FROM api_key"),
  );
  const stored = rows.map(({ row }: { row: string }) => row).join("\n");
  expect(stored).toContain(secret.slice(0, 13));
  expect(stored).not.toContain(secret.slice(0, 14));
  expect(stored).not.toContain(secret.slice(-10));
});

test("another server secret makes every key unknown", async () => {
  const { secret } = await createKey(workspace, ["read"]);
  vi.stubEnv("PIXELCAST_SECRET", "a different secret, as after a theft of the database");
  await expect(use(secret)).rejects.toMatchObject({ code: "api_key_invalid" });
  vi.unstubAllEnvs();
});

test("a key can be made by naming the workspace, which must exist, for a time that must come", async () => {
  const input = { name: "ci", scopes: ["read"] as const, createdById: null, expiresAt: null, now };
  const { key, secret } = await createApiKey({ ...input, workspaceSlug: other.slug });
  expect(key.workspaceId).toBe(other.id);
  expect((await use(secret)).workspace.slug).toBe(other.slug);
  await expect(createApiKey({ ...input, workspaceSlug: "nowhere" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(createApiKey({ ...input, workspaceId: other.id, expiresAt: now })).rejects.toMatchObject({
    code: "invalid_request",
  });
});
