import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@/lib/server/commands/open-database";
import { ensureSecret } from "@/lib/server/commands/ensure-secret";
import { readEnvironment } from "@/lib/server/env";

export interface Product {
  origin: string;
  databaseUrl: string;
  /** Of everything that its start command runs. */
  processGroup: number;
}

/**
 * Starts the product as a user does, on an empty data folder and a free port, and connects this process to the same
 * database, with its durable settings.
 */
export async function withProductRunning<T>(work: (product: Product) => Promise<T>): Promise<T> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "pixelcast-bench-"));
  chmodSync(dataDirectory, 0o755);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  Object.assign(process.env, { PORT: String(port), PIXELCAST_DATA_DIR: dataDirectory });
  const child = spawn("npm", ["start"], { stdio: ["ignore", "ignore", "inherit"], detached: true });
  try {
    await untilHealthy(origin, () => child.exitCode !== null);
    const environment = readEnvironment();
    const secret = await ensureSecret(environment);
    const database = await openDatabase(environment, console.log);
    Object.assign(process.env, { DATABASE_URL: database.url, PIXELCAST_SECRET: secret });
    try {
      return await work({ origin, databaseUrl: database.url, processGroup: child.pid ?? 0 });
    } finally {
      const { disconnect } = await import("@/lib/server/db/prisma");
      await disconnect();
      await database.close();
    }
  } finally {
    // npm does not pass signals on, so its whole group is told.
    if (child.pid !== undefined && child.exitCode === null) {
      const ended = once(child, "exit");
      process.kill(-child.pid, "SIGTERM");
      await ended;
    }
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}

async function untilHealthy(origin: string, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (hasEnded()) throw new Error("The product ended while it was starting.");
    const answer = await fetch(`${origin}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(500);
  }
  throw new Error("The product did not start within five minutes.");
}
