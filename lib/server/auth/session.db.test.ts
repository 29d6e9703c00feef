import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { prisma } from "@/lib/server/db/prisma";
import { createUser, signIn, type TestUser } from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { endSession } from "./end-session";
import { findSession } from "./find-session";
import { nextAuthOptions } from "./next-auth-options";

useTestDatabase();

const start = new Date("2026-11-02T08:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const HOUR = 60;
const DAY = 24 * HOUR;

let user: TestUser;
let cookie: string;

beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  user = await createUser();
  cookie = await signIn(user, start);
});

function find(now: Date, header = cookie) {
  return findSession(new Headers({ host: "localhost:3000", cookie: header }), now);
}

function lastSeen(): Promise<Date | undefined> {
  return prisma()
    .session.findFirst({ where: { userId: user.id } })
    .then((session) => session?.lastSeenAt);
}

test("the cookie leads to its person, among other cookies too", async () => {
  expect(await find(start)).toMatchObject({ id: user.id, name: user.name, email: user.email });
  expect(await find(start, `theme=dark; ${cookie}; other=1`)).toMatchObject({ id: user.id });
});

test("eight idle hours end it, and use postpones that", async () => {
  expect(await find(after(8 * HOUR))).toBeNull();
  expect(await find(after(7 * HOUR))).not.toBeNull();
  expect(await find(after(14 * HOUR))).not.toBeNull();
  expect(await find(after(22 * HOUR))).toBeNull();
});

test("seven days end it, however much it is used", async () => {
  for (let hours = 6; hours < 7 * 24; hours += 6) expect(await find(after(hours * HOUR))).not.toBeNull();
  expect(await find(after(7 * DAY))).toBeNull();
});

test("being seen is written down at most once a minute", async () => {
  await find(after(0.9));
  expect(await lastSeen()).toEqual(start);
  await find(after(1));
  expect(await lastSeen()).toEqual(after(1));
});

test("deleting its row signs the browser out at once", async () => {
  const session = await find(start);
  await endSession(session!.sessionId);
  expect(await find(start)).toBeNull();
});

test.each([
  ["no cookie", () => Promise.resolve("")],
  ["an empty one", () => Promise.resolve("pixelcast.session=")],
  ["nonsense", () => Promise.resolve("pixelcast.session=abc.def")],
  ["an altered one", () => Promise.resolve(`${cookie.slice(0, -2)}AA`)],
  [
    "one made with another secret",
    async () => `pixelcast.session=${await encode({ token: { sessionId: "x" }, secret: "another" })}`,
  ],
  [
    "one for a session that never was",
    async () =>
      `pixelcast.session=${await encode({ token: { sessionId: "x" }, secret: process.env.PIXELCAST_SECRET! })}`,
  ],
])("%s signs nobody in", async (_name, header) => {
  expect(await find(start, await header())).toBeNull();
});

test("over https only the cookie that browsers bind to this host counts", async () => {
  const headers = { host: "pixelcast.example.com", "x-forwarded-proto": "https" };
  expect(await findSession(new Headers({ ...headers, cookie }), start)).toBeNull();
  expect(await findSession(new Headers({ ...headers, cookie: `__Host-${cookie}` }), start)).not.toBeNull();
});

test("next-auth's cookies are http-only, lax, and secure over https", () => {
  const plain = nextAuthOptions(new Headers({ host: "127.0.0.1:3000" })).cookies;
  const secure = nextAuthOptions(new Headers({ host: "a.example", "x-forwarded-proto": "https" })).cookies;
  for (const cookies of [plain, secure]) {
    for (const each of Object.values(cookies ?? {})) {
      expect(each.options).toMatchObject({
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure: cookies === secure,
      });
      expect(each.name.startsWith("__Host-")).toBe(cookies === secure);
    }
  }
});

test("after signing in next-auth leads nowhere but to this site", async () => {
  const redirect = nextAuthOptions(new Headers({ host: "127.0.0.1:4100" })).callbacks!.redirect!;
  const to = (url: string) => redirect({ url, baseUrl: "http://localhost:3000" });
  expect(await to("/w/demo?x=1")).toBe("http://127.0.0.1:4100/w/demo?x=1");
  expect(await to("http://127.0.0.1:4100/w/demo")).toBe("http://127.0.0.1:4100/w/demo");
  for (const url of [
    "https://evil.example/",
    "//evil.example",
    "javascript:alert(1)",
    "http://localhost:4100/",
  ]) {
    expect(await to(url)).toBe("http://127.0.0.1:4100");
  }
});
