import { once } from "node:events";
import { join } from "node:path";
import { ConfigurationError, readEnvironment, type Environment } from "@/lib/server/env";
import { isHeld, tryLock, type FileLock } from "@/lib/server/postgres/file-lock";
import { createDataDirectory } from "@/lib/server/postgres/home";
import { banner } from "./banner";
import { ensureBuild } from "./ensure-build";
import { ensureGeneratedClient } from "./ensure-generated-client";
import { ensureSecret } from "./ensure-secret";
import { keepDatabaseRunning } from "./keep-database-running";
import { keepWorking } from "./keep-working";
import { openDatabase, type OpenDatabase } from "./open-database";
import { requireFreePort } from "./require-free-port";
import { seedDatabase } from "./seed-database";
import { spawnNext, spawnWork, stopChild } from "./spawn-child";
import { aborted, listenForStop, StopRequest } from "./stop-requests";
import { untilHealthy } from "./until-healthy";

export type Mode = "start" | "dev";

/** Brings everything up, serves until asked to stop, and takes everything down again. Resolves with the exit code. */
export async function serve(mode: Mode): Promise<number> {
  const stop = listenForStop();
  const environment = readEnvironment();
  const claim = claimPort(environment);
  let database: OpenDatabase | undefined;
  try {
    await requireFreePort(environment.host, environment.port);
    const secret = await ensureSecret(environment);
    await ensureGeneratedClient();
    await allOrNone(stop, (signal) => [
      (async () => {
        database = await openDatabase(environment, say);
        await seedDatabase(database.url, secret, signal);
      })(),
      mode === "start" ? ensureBuild(say, signal) : Promise.resolve(),
    ]);
    if (database === undefined) throw new Error("The database was not opened.");
    return await serveFrom(database, { mode, environment, secret, stop });
  } catch (error) {
    if (error instanceof StopRequest) return 0;
    throw error;
  } finally {
    await database?.close();
    claim.release();
  }
}

function say(message: string): void {
  console.log(`  ${message}`);
}

/** Two starts at once would find the port free, both of them, and meet only after minutes of building. */
function claimPort({ dataDirectory, port, localOrigin }: Environment): FileLock {
  createDataDirectory(dataDirectory);
  const claim = tryLock(join(dataDirectory, `port-${port}.lock`));
  if (isHeld(claim)) return claim;
  throw new ConfigurationError(
    `Pixelcast already runs from this folder, or is starting: ${localOrigin} (process ${claim.pid}). To run another one beside it, choose another port: PORT=${port + 1} npm start`,
  );
}

/** Work side by side. When one part fails or a stop is requested, the others are told, and all have ended afterwards. */
async function allOrNone(stop: AbortSignal, begin: (signal: AbortSignal) => Promise<void>[]): Promise<void> {
  const failure = new AbortController();
  const parts = begin(AbortSignal.any([stop, failure.signal]));
  for (const part of parts) part.catch((error: unknown) => failure.abort(error));
  await Promise.allSettled(parts);
  stop.throwIfAborted();
  failure.signal.throwIfAborted();
}

interface Serving {
  mode: Mode;
  environment: Environment;
  secret: string;
  stop: AbortSignal;
}

async function serveFrom(
  database: OpenDatabase,
  { mode, environment, secret, stop }: Serving,
): Promise<number> {
  const { host, port, localOrigin } = environment;
  const settings = {
    NODE_ENV: mode === "start" ? "production" : "development",
    DATABASE_URL: database.url,
    PIXELCAST_SECRET: secret,
  };
  const child = spawnNext([mode, "--port", String(port), "--hostname", host], settings, [
    mode === "start" ? "ignore" : "inherit",
    "inherit",
  ]);
  const ended = once(child, "exit");
  const over = new AbortController();
  let working = Promise.resolve();
  try {
    await untilHealthy(child, localOrigin, stop);
    console.log(banner(environment, database.description));
    working = keepWorking(() => spawnWork(settings), say, AbortSignal.any([stop, over.signal]));
    const guarded = database.embedded
      ? keepDatabaseRunning(database.embedded, say, over.signal)
      : new Promise<void>(() => undefined);
    await Promise.race([ended, guarded, aborted(stop)]);
    console.error(`The web server ended by itself (${child.signalCode ?? `exit code ${child.exitCode}`}).`);
    return child.exitCode || 1;
  } finally {
    over.abort();
    await Promise.all([stopChild(child), working]);
  }
}
