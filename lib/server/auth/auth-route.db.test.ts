import { encode } from "next-auth/jwt";
import { NextRequest } from "next/server";
import { beforeEach, expect, test, vi } from "vitest";
import { prisma } from "@/lib/server/db/prisma";
import { requireSecret } from "@/lib/server/env";
import { createUser, signIn } from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { handleAuth } from "./auth-route";

useTestDatabase();

// next-auth reads the request from Next.js itself and so runs only there; the end-to-end tests sign in through it.
const nextAuth = vi.hoisted(() => vi.fn<(request: NextRequest) => Promise<Response>>());
vi.mock("next-auth", () => ({ default: nextAuth }));

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  nextAuth.mockReset().mockImplementation(async (request) => {
    const { password } = Object.fromEntries(new URLSearchParams(await request.text()));
    if (password !== "right")
      return Response.json({ url: "http://localhost/?error=CredentialsSignin" }, { status: 401 });
    const token = await encode({ token: { sessionId: "new" }, secret: requireSecret() });
    return Response.json(
      { url: "http://localhost/" },
      { headers: { "Set-Cookie": `pixelcast.session=${token}; Path=/` } },
    );
  });
});

const FORM = "application/x-www-form-urlencoded";

interface Post {
  action?: string[];
  form?: Record<string, string>;
  body?: string;
  headers?: Record<string, string>;
}

function post({ action = ["callback", "credentials"], form = {}, body, headers }: Post): Promise<Response> {
  const request = new NextRequest(`http://localhost:3000/api/auth/${action.join("/")}`, {
    method: "POST",
    body: body ?? new URLSearchParams(form).toString(),
    headers: { host: "localhost:3000", "content-type": FORM, ...headers },
  });
  return handleAuth(request, { params: Promise.resolve({ nextauth: action }) });
}

const tryPassword = (email: string, password: string, address = "10.0.0.1") =>
  post({ form: { email, password }, headers: { "x-forwarded-for": address } });

test("after ten wrong passwords the eleventh waits, in words that next-auth's client reads too", async () => {
  for (let number = 0; number < 10; number++) {
    expect((await tryPassword("Ada@example.com", "wrong")).status).toBe(401);
  }
  const refused = await tryPassword("ada@example.com ", "right");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({
    code: "too_many_requests",
    url: "http://localhost:3000/sign-in?error=TooManyRequests",
  });
  expect(nextAuth).toHaveBeenCalledTimes(10);
  expect((await tryPassword("ada@example.com", "right", "10.0.0.2")).status).toBe(200);
  expect((await tryPassword("bob@example.com", "wrong")).status).toBe(401);
});

test("signing in rightly, however often, is never held up", async () => {
  for (let number = 0; number < 30; number++) {
    expect((await tryPassword("carol@example.com", "right")).status).toBe(200);
  }
});

test("a new session ends the one that the browser had, and a failed try does not", async () => {
  const user = await createUser();
  const cookie = await signIn(user);
  const sessions = () => prisma().session.count({ where: { userId: user.id } });
  await post({ form: { email: "dave@example.com", password: "wrong" }, headers: { cookie } });
  expect(await sessions()).toBe(1);
  await post({ form: { email: "dave@example.com", password: "right" }, headers: { cookie } });
  expect(await sessions()).toBe(0);
});

test("addresses of next-auth that no screen needs are closed", async () => {
  for (const action of [["_log"], ["verify-request"], ["constructor"], []]) {
    expect((await post({ action })).status).toBe(404);
  }
  expect(nextAuth).not.toHaveBeenCalled();
});

test.each([
  ["JSON", '{"a"', { "content-type": "application/json" }, 415],
  ["a form that also calls itself JSON", "a=1", { "content-type": `${FORM}; a=application/json` }, 415],
  ["a form with two e-mail addresses", "email=a@example.com&password=x&email=b@example.com", {}, 400],
  ["a form of many kilobytes", `a=${"x".repeat(20_000)}`, {}, 413],
])("%s is refused before next-auth sees it", async (_name, body, headers, status) => {
  expect((await post({ body, headers })).status).toBe(status);
  expect(nextAuth).not.toHaveBeenCalled();
});
