import { beforeEach, expect, test, vi } from "vitest";
import { verifyCredentials } from "@/lib/server/auth/verify-credentials";
import { prisma } from "@/lib/server/db/prisma";
import { apiRequest, createUser } from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { POST } from "./route";

useTestDatabase();

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

const owner = {
  name: "Ada",
  email: "Ada@example.com",
  password: "correct horse battery",
  workspaceName: "Analytical Engines",
  timeZone: "Europe/London",
};

function setUp(changes: object = {}, address = "10.0.0.1"): Promise<Response> {
  const json = { ...owner, ...changes };
  const headers = { "x-forwarded-for": address };
  return POST(apiRequest({ method: "POST", path: "/api/v1/setup", json, headers }), {
    params: Promise.resolve({}),
  });
}

test("of two first visitors one becomes the owner, and everybody later is turned away", async () => {
  // The local user, who has no password, does not close the door.
  await createUser(null);
  const answers = await Promise.all([setUp(), setUp({ email: "eve@example.com" })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const created = answers.find(({ status }) => status === 201);
  const { workspaceSlug } = (await created?.json()) as { workspaceSlug: string };
  expect(workspaceSlug).toMatch(/^analytical-engines(-2)?$/);
  expect(await prisma().user.count({ where: { passwordHash: { not: null } } })).toBe(1);

  const late = await setUp({ email: "late@example.com" });
  expect(await late.json()).toMatchObject({ status: 409, code: "already_exists" });
  const { email } = await prisma().user.findFirstOrThrow({ where: { passwordHash: { not: null } } });
  expect(await verifyCredentials({ email, password: owner.password })).toMatchObject({ name: "Ada" });
});

test("every wrong field is named", async () => {
  const response = await setUp({ email: "ada", password: "short", timeZone: "Mars/Olympus", role: "owner" });
  const { status, errors } = (await response.json()) as { status: number; errors: { path: string }[] };
  expect(status).toBe(400);
  expect(errors.map(({ path }) => path).sort()).toEqual(["email", "password", "role", "timeZone"]);
});

test("one address may try ten times at once", async () => {
  const statuses: number[] = [];
  for (let number = 0; number < 11; number++) statuses.push((await setUp({}, "10.9.9.9")).status);
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(409));
  expect(statuses[10]).toBe(429);
});
