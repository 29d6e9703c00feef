import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findSessionById } from "@/lib/server/auth/find-session";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { disconnect } from "@/lib/server/db/prisma";
import { checkHealth } from "./check-health";
import { isDatabaseUnavailable } from "./database-unavailable";
import { respond } from "./respond";

let mute: Server;
const connections = new Set<Socket>();

function health(): Promise<Response> {
  return respond(new Request("http://localhost/api/health"), async () => Response.json(await checkHealth()));
}

beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  mute = createServer((socket) => connections.add(socket));
  await new Promise<void>((listening) => mute.listen(0, "127.0.0.1", listening));
});

afterEach(async () => {
  for (const socket of connections) socket.destroy();
  mute.close();
  await disconnect();
  vi.unstubAllEnvs();
});

/** An address where nothing answers any more. */
async function nobodyListens(): Promise<void> {
  const { port } = mute.address() as AddressInfo;
  await new Promise((closed) => mute.close(closed));
  vi.stubEnv("DATABASE_URL", `postgresql://nobody@127.0.0.1:${port}/nothing`);
}

test("a database that is not there is told apart from a query that fails, on every way to it", async () => {
  await nobodyListens();
  const errors = await Promise.all([
    findSessionById("x", new Date()).catch((error: unknown) => error),
    inWorkspace("x", (tx) => tx.membership.count()).catch((error: unknown) => error),
  ]);
  expect(errors.map((error) => isDatabaseUnavailable(error))).toEqual([true, true]);
  expect(isDatabaseUnavailable(Object.assign(new Error("duplicate key"), { code: "P2002" }))).toBe(false);
  expect(isDatabaseUnavailable(new Error("anything else"))).toBe(false);
  expect(isDatabaseUnavailable("text")).toBe(false);
});

test("the health check says so, as a problem document", async () => {
  await nobodyListens();
  const response = await health();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: "unavailable" });
});

test("a database that takes the connection and then says nothing counts as down", async () => {
  const { port } = mute.address() as AddressInfo;
  vi.stubEnv("DATABASE_URL", `postgresql://nobody@127.0.0.1:${port}/nothing`);
  const response = await health();
  expect(await response.json()).toMatchObject({
    status: 503,
    detail: "The database has not answered in time.",
  });
});
