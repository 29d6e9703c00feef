import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "@/lib/access";
import { verifyAuditChain } from "@/lib/server/audit/verify-audit-chain";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { hashPassword } from "@/lib/server/auth/password";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import {
  apiRequest,
  createTestWorkspace,
  createUser,
  join,
  signIn,
  type TestUser,
} from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import * as apiKeyRoute from "./api-keys/[apiKeyId]/route";
import * as apiKeysRoute from "./api-keys/route";
import * as passwordRoute from "./me/password/route";
import * as meRoute from "./me/route";
import * as memberRoute from "./members/[memberId]/route";
import * as membersRoute from "./members/route";
import * as budgetRoute from "./workspace/budget/route";
import * as workspaceRoute from "./workspace/route";
import * as workspacesRoute from "./workspaces/route";

useTestDatabase();

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

interface Person extends TestUser {
  cookie: string;
  memberId: string;
}

const PASSWORD = "correct horse battery";
let passwordHash: string;
let workspace: WorkspaceRow;
let people: Record<Role, Person>;

beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const owner = await createUser(passwordHash);
  workspace = await createTestWorkspace(owner);
  const ownerMembership = await inWorkspace(workspace.id, (tx) => tx.membership.findFirstOrThrow());
  const member = async (role: Role): Promise<Person> => {
    const user = await createUser(passwordHash);
    return { ...user, memberId: await join(workspace, user, role), cookie: await signIn(user) };
  };
  people = {
    owner: { ...owner, memberId: ownerMembership.id, cookie: await signIn(owner) },
    admin: await member("admin"),
    finance: await member("finance"),
    editor: await member("editor"),
    viewer: await member("viewer"),
  };
});

/** Calls a route as a person and answers its status and JSON. */
async function call(
  handler: Handler,
  person: { cookie: string },
  {
    method = "GET",
    json,
    params = {},
    slug = workspace.slug,
  }: {
    method?: string;
    json?: unknown;
    params?: Record<string, string>;
    slug?: string | null;
  } = {},
) {
  const path = `/api/v1/x${slug === null ? "" : `?workspace=${slug}`}`;
  const request = apiRequest({ method, path, cookie: person.cookie, json });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    answer: (text === "" ? null : JSON.parse(text)) as Record<string, unknown>,
  };
}

function changeRole(by: Person, of: Person, role: Role) {
  return call(memberRoute.PATCH, by, { method: "PATCH", json: { role }, params: { memberId: of.memberId } });
}

function remove(by: Person, whom: Person) {
  return call(memberRoute.DELETE, by, { method: "DELETE", params: { memberId: whom.memberId } });
}

test("a role change counts from the person's next request", async () => {
  const rename = () =>
    call(workspaceRoute.PATCH, people.viewer, { method: "PATCH", json: { name: "Renamed" } });
  expect((await rename()).status).toBe(403);
  expect((await changeRole(people.owner, people.viewer, "admin")).answer).toMatchObject({ role: "admin" });
  expect((await rename()).status).toBe(200);
  await changeRole(people.owner, people.viewer, "viewer");
  expect((await rename()).status).toBe(403);
});

test("somebody who is removed finds no workspace any more", async () => {
  expect((await call(workspaceRoute.GET, people.editor)).status).toBe(200);
  expect((await remove(people.admin, people.editor)).status).toBe(204);
  expect((await call(workspaceRoute.GET, people.editor)).status).toBe(404);
  expect((await remove(people.admin, people.editor)).status).toBe(404);
});

test("the last owner can neither step down, nor leave, nor be pushed", async () => {
  expect(await changeRole(people.owner, people.owner, "admin")).toMatchObject({
    status: 409,
    answer: { code: "last_owner" },
  });
  expect((await remove(people.owner, people.owner)).answer).toMatchObject({ code: "last_owner" });
  expect((await remove(people.admin, people.owner)).status).toBe(403);
  expect((await changeRole(people.admin, people.owner, "viewer")).status).toBe(403);
});

test("with a second owner the first may go, and then the second is the last", async () => {
  await changeRole(people.owner, people.admin, "owner");
  expect((await changeRole(people.owner, people.owner, "viewer")).status).toBe(200);
  expect((await changeRole(people.admin, people.admin, "viewer")).answer).toMatchObject({
    code: "last_owner",
  });
});

test("two owners who step down at the same moment leave one", async () => {
  await changeRole(people.owner, people.admin, "owner");
  const answers = await Promise.all([
    changeRole(people.owner, people.owner, "viewer"),
    changeRole(people.admin, people.admin, "viewer"),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("an admin makes no owners", async () => {
  expect((await changeRole(people.admin, people.editor, "owner")).status).toBe(403);
  const json = { name: "New", email: "new-owner@example.com", role: "owner", password: PASSWORD };
  expect((await call(membersRoute.POST, people.admin, { method: "POST", json })).status).toBe(403);
  expect((await call(membersRoute.POST, people.owner, { method: "POST", json })).status).toBe(201);
});

test("a new person needs a password; a known one keeps their own, and joins once", async () => {
  const add = (json: object) => call(membersRoute.POST, people.admin, { method: "POST", json });
  const newcomer = { name: "Ada", email: "Ada@Example.com", role: "editor" };
  expect(await add(newcomer)).toMatchObject({ status: 400, answer: { errors: [{ path: "password" }] } });
  expect(await add({ ...newcomer, password: PASSWORD })).toMatchObject({
    status: 201,
    answer: { name: "Ada", email: "ada@example.com", role: "editor" },
  });
  expect(await add({ ...newcomer, password: PASSWORD })).toMatchObject({
    status: 409,
    answer: { code: "already_exists" },
  });

  const known = await createUser(passwordHash);
  const added = await add({
    name: "Mallory",
    email: known.email,
    role: "viewer",
    password: "another password",
  });
  expect(added).toMatchObject({ status: 201, answer: { name: known.name } });
  const cookie = await signIn(known);
  const change = { currentPassword: PASSWORD, newPassword: "a much newer password" };
  expect(
    (await call(passwordRoute.POST, { cookie }, { method: "POST", json: change, slug: null })).status,
  ).toBe(204);
});

test("members are listed from owner to viewer", async () => {
  const { answer } = await call(membersRoute.GET, people.viewer);
  const items = answer.items as { role: Role }[];
  expect(items.map(({ role }) => role)).toEqual(["owner", "admin", "finance", "editor", "viewer"]);
});

test("a new password signs out the person's other browsers and nobody else's", async () => {
  const { owner, viewer } = people;
  const elsewhere = { cookie: await signIn(owner) };
  const change = (currentPassword: string) =>
    call(passwordRoute.POST, owner, {
      method: "POST",
      json: { currentPassword, newPassword: "a much newer password" },
      slug: null,
    });
  expect(await change("wrong")).toMatchObject({
    status: 400,
    answer: { errors: [{ path: "currentPassword" }] },
  });
  expect((await call(meRoute.GET, elsewhere, { slug: null })).status).toBe(200);
  expect((await change(PASSWORD)).status).toBe(204);
  expect((await call(meRoute.GET, elsewhere, { slug: null })).status).toBe(401);
  expect((await call(meRoute.GET, owner, { slug: null })).status).toBe(200);
  expect((await call(meRoute.GET, viewer, { slug: null })).status).toBe(200);
});

test("the current password can be guessed at ten times, then not for a while", async () => {
  const guess = () =>
    call(passwordRoute.POST, people.editor, {
      method: "POST",
      json: { currentPassword: "a guess", newPassword: "a much newer password" },
      slug: null,
    });
  const statuses: number[] = [];
  for (let number = 0; number < 11; number++) statuses.push((await guess()).status);
  expect(statuses).toEqual([...Array<number>(10).fill(400), 429]);
});

test("workspaces of one name get addresses of their own, and reserved words are not given out", async () => {
  const create = async (name: string) => {
    const json = { name, timeZone: "Asia/Kathmandu" };
    const { status, answer } = await call(workspacesRoute.POST, people.viewer, {
      method: "POST",
      json,
      slug: null,
    });
    expect(status).toBe(201);
    expect(answer).toMatchObject({
      name,
      role: "owner",
      timeZone: "Asia/Kathmandu",
      monthlyBudgetNanoUsd: null,
    });
    return answer.slug;
  };
  expect(await create("Acme Inc.")).toBe("acme-inc");
  expect(await create("ACME, inc")).toBe("acme-inc-2");
  expect(await create("Demo")).toBe("demo-2");
  const atOnce = await Promise.all([create("Twin"), create("Twin"), create("Twin")]);
  expect(new Set(atOnce).size).toBe(3);
  const { answer } = await call(meRoute.GET, people.viewer, { slug: null });
  expect((answer.workspaces as unknown[]).length).toBe(7);
});

test("the budget is kept to the nano-dollar and can be taken away", async () => {
  const set = (monthlyBudgetUsd: string | null) =>
    call(budgetRoute.PUT, people.finance, { method: "PUT", json: { monthlyBudgetUsd } });
  expect((await set("5000.000000001")).answer).toMatchObject({ monthlyBudgetNanoUsd: "5000000000001" });
  expect((await set(null)).answer).toMatchObject({ monthlyBudgetNanoUsd: null });
  expect((await set("-1")).status).toBe(400);
});

test("a workspace is deleted only under its name, with everything in it", async () => {
  const destroy = (confirmName: string) =>
    call(workspaceRoute.DELETE, people.owner, { method: "DELETE", json: { confirmName } });
  expect(await destroy("Another")).toMatchObject({
    status: 400,
    answer: { errors: [{ path: "confirmName" }] },
  });
  expect((await destroy(workspace.name)).status).toBe(204);
  expect((await call(workspaceRoute.GET, people.owner)).status).toBe(404);
  const left = await inWorkspace(workspace.id, async (tx) => [
    await tx.membership.count(),
    await tx.auditEvent.count(),
  ]);
  expect(left).toEqual([0, 0]);
});

test("a key's secret is told once; revoking counts at once and twice is once", async () => {
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const json = { name: "CI", scopes: ["read", "ingest"], expiresAt };
  const created = await call(apiKeysRoute.POST, people.admin, { method: "POST", json });
  expect(created).toMatchObject({ status: 201, answer: { key: { scopes: ["read", "ingest"], expiresAt } } });
  const afterTime = { ...json, expiresAt: "9999-12-31T23:59:59-23:00" };
  expect(await call(apiKeysRoute.POST, people.admin, { method: "POST", json: afterTime })).toMatchObject({
    status: 400,
    answer: { errors: [{ path: "expiresAt" }] },
  });
  const { key, secret } = created.answer as { key: { id: string }; secret: string };
  const asProgram = () =>
    workspaceRoute.GET(apiRequest({ path: "/api/v1/workspace", key: secret }), {
      params: Promise.resolve({}),
    });
  expect((await asProgram()).status).toBe(200);
  expect(JSON.stringify((await call(apiKeysRoute.GET, people.admin)).answer)).not.toContain(
    secret.slice(13, 30),
  );

  const revoke = () =>
    call(apiKeyRoute.DELETE, people.admin, { method: "DELETE", params: { apiKeyId: key.id } });
  expect((await revoke()).status).toBe(204);
  expect((await asProgram()).status).toBe(401);
  expect((await revoke()).status).toBe(204);
});

test("an id of another workspace is not found, whatever is done to it", async () => {
  const stranger = await createUser(passwordHash);
  const elsewhere = await createTestWorkspace(stranger, "Elsewhere");
  const as = { cookie: await signIn(stranger) };
  const slug = elsewhere.slug;
  const memberId = people.viewer.memberId;
  const attempts = await Promise.all([
    call(memberRoute.PATCH, as, { method: "PATCH", json: { role: "admin" }, params: { memberId }, slug }),
    call(memberRoute.DELETE, as, { method: "DELETE", params: { memberId }, slug }),
    call(apiKeyRoute.DELETE, as, { method: "DELETE", params: { apiKeyId: "key_1" }, slug }),
    call(workspaceRoute.GET, as),
    call(membersRoute.GET, as),
  ]);
  expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
});

test("every change is in the audit chain, with who did it", async () => {
  await call(workspaceRoute.PATCH, people.admin, { method: "PATCH", json: { name: "Renamed" } });
  await call(workspaceRoute.PATCH, people.admin, { method: "PATCH", json: {} });
  await call(budgetRoute.PUT, people.finance, { method: "PUT", json: { monthlyBudgetUsd: "10" } });
  await changeRole(people.owner, people.viewer, "editor");
  await remove(people.admin, people.editor);
  const events = await inWorkspace(workspace.id, (tx) =>
    tx.auditEvent.findMany({ orderBy: { sequence: "asc" } }),
  );
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["workspace.created", people.owner.id],
    ["workspace.updated", people.admin.id],
    ["budget.set", people.finance.id],
    ["member.role_changed", people.owner.id],
    ["member.removed", people.admin.id],
  ]);
  expect(events[1]?.detail).toEqual({ name: { from: "Test workspace", to: "Renamed" } });
  expect(await verifyAuditChain(workspace.id)).toEqual({ intact: true, events: 5 });
});

test("a change from another site is refused and a read is not", async () => {
  const foreign = (method: string) =>
    apiRequest({
      method,
      path: `/api/v1/workspace?workspace=${workspace.slug}`,
      cookie: people.owner.cookie,
      headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      ...(method === "PATCH" && { json: { name: "Hacked" } }),
    });
  const context = { params: Promise.resolve({}) };
  const refused = await workspaceRoute.PATCH(foreign("PATCH"), context);
  expect(await refused.json()).toMatchObject({ status: 403, code: "foreign_origin" });
  expect((await workspaceRoute.GET(foreign("GET"), context)).status).toBe(200);
});

test("a new time zone cuts the days of calls anew", async () => {
  await inWorkspace(workspace.id, (tx) =>
    tx.call.create({
      data: {
        workspaceId: workspace.id,
        id: "req_1",
        occurredAt: new Date("2026-10-31T23:30:00Z"),
        localDate: new Date("2026-11-01"),
        purpose: "customer",
        provider: "openai",
        model: "gpt-image-2",
        operation: "generation",
        n: 1,
        batch: false,
        outcome: "succeeded",
        billed: true,
        imagesReturned: 1,
        costBasis: "charged",
        costNanoUsd: 5n,
        tags: {},
        payloadHash: Buffer.from("x"),
      },
    }),
  );
  const change = await call(workspaceRoute.PATCH, people.admin, {
    method: "PATCH",
    json: { timeZone: "America/Los_Angeles" },
  });
  expect(change).toMatchObject({ status: 200, answer: { timeZone: "America/Los_Angeles" } });
  const [daily, row] = await inWorkspace(workspace.id, async (tx) => [
    await tx.usageDaily.findMany(),
    await tx.call.findFirstOrThrow(),
  ]);
  expect(row.localDate).toEqual(new Date("2026-10-31"));
  expect(daily.map(({ localDate, costNanoUsd }) => [localDate, String(costNanoUsd)])).toEqual([
    [new Date("2026-10-31"), "5"],
  ]);
});
