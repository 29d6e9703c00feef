import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { withClient } from "@/lib/server/migrations/with-client";
import { connectionUrl, DATABASE_NAME, readConnection, writeConnection, type Connection } from "./connection";
import { hasCode } from "./error-code";
import { freePort } from "./free-port";
import { clusterOf, type Home } from "./home";
import { runningPostmaster, stopPostmaster, type Postmaster } from "./postmaster";
import { isAlive } from "./process-identity";
import type { Programs } from "./programs";
import { serverSettings, type Durability } from "./server-settings";
import { logPath, spawnPostmaster } from "./spawn-postmaster";

/** Recovery after a crash replays up to max_wal_size of log. */
const READY_PATIENCE_MS = 5 * 60_000;
const START_ATTEMPTS = 20;

/** Adopts the server that runs on the cluster, or starts one; resolves with its URL. Called with the home's lock held. */
export async function ensureServer(home: Home, programs: Programs, durability: Durability): Promise<string> {
  const connection = readConnection(home.directory);
  if (connection === null) throw new Error(`${home.directory} has no connection.json.`);
  const postmaster = (await adopt(home, connection)) ?? (await start(home, programs, durability, connection));
  if (postmaster.port !== connection.port) {
    writeConnection(home.directory, { ...connection, port: postmaster.port });
  }
  await ensureDatabase(postmaster.port, connection.password);
  return connectionUrl(postmaster.port, connection.password);
}

/** A server outlives the command that started it when that command is killed. */
async function adopt(home: Home, { password }: Connection): Promise<Postmaster | null> {
  const running = runningPostmaster(clusterOf(home));
  return running !== null && (await becomesReady(running, password)) ? running : null;
}

async function start(
  home: Home,
  programs: Programs,
  durability: Durability,
  { port: lastPort, password }: Connection,
): Promise<Postmaster> {
  let port = await freePort(lastPort);
  for (let attempt = 1; ; attempt++) {
    const logStart = statSync(logPath(home), { throwIfNoEntry: false })?.size ?? 0;
    const postmaster = { identity: spawnPostmaster(home, programs, serverSettings(port, durability)), port };
    if (await becomesReady(postmaster, password)) return postmaster;

    const log = readFileSync(logPath(home)).subarray(logStart).toString("utf8");
    const portWasTaken = log.includes("Address already in use");
    // Sessions of a killed server take a moment to notice, and hold its memory until then.
    const oldSessionsLinger = log.includes("pre-existing shared memory block");
    if (attempt === START_ATTEMPTS || !(portWasTaken || oldSessionsLinger)) {
      throw new Error(
        `PostgreSQL did not start. Its log, ${logPath(home)}, says:\n${log.trim().slice(-2_000)}`,
      );
    }
    if (portWasTaken) port = await freePort(null);
    else await sleep(500);
  }
}

/** True once it answers, false when it has ended instead. */
async function becomesReady(postmaster: Postmaster, password: string): Promise<boolean> {
  const deadline = Date.now() + READY_PATIENCE_MS;
  for (;;) {
    try {
      await withClient(connectionUrl(postmaster.port, password, "postgres"), () => Promise.resolve());
      return true;
    } catch (error) {
      const mayStillStart = hasCode(error, "57P03", "ECONNREFUSED", "ECONNRESET");
      if (!isAlive(postmaster.identity)) return false;
      if (!mayStillStart || Date.now() > deadline) {
        await stopPostmaster(postmaster.identity);
        throw new Error(`PostgreSQL runs on port ${postmaster.port} but does not let Pixelcast in.`, {
          cause: error,
        });
      }
    }
    await sleep(40);
  }
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  await withClient(connectionUrl(port, password, "postgres"), async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE_NAME]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  });
}
