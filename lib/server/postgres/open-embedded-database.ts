import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { giveToOwnerOfFolder } from "./connection";
import { isHeld, tryLock, withLock, type FileLock } from "./file-lock";
import { clusterOf, createDataDirectory, resolveHome, type Home } from "./home";
import { initialiseCluster } from "./initialise-cluster";
import { runningPostmaster, stopPostmaster } from "./postmaster";
import { locatePrograms } from "./programs";
import type { Durability } from "./server-settings";
import { ensureServer } from "./start-server";

/** Longer than the slowest thing done under a lock, which is recovery after a crash. */
const LOCK_PATIENCE_MS = 6 * 60_000;

export interface EmbeddedDatabase {
  url: string;
  /** The folder with the data, for people. */
  directory: string;
  isRunning: () => boolean;
  /** Starts the server again after it has died. The URL stays the same unless the port has been taken meanwhile. */
  restart: () => Promise<string>;
  /** Stops the server unless another process uses it. */
  close: () => Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  dataDirectory: string;
  durability?: Durability;
  /** Told what the person at the terminal should know. */
  report?: (message: string) => void;
}

/**
 * PostgreSQL from the npm package, with its data under the data directory. Any number of processes may have it open: the
 * first starts the server, the last one to close stops it, and one that is killed no longer counts.
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { durability = "durable", report = () => undefined } = options;
  const dataDirectory = resolve(options.dataDirectory);
  createDataDirectory(dataDirectory);
  const home = await withLock(join(dataDirectory, "postgres.lock"), LOCK_PATIENCE_MS, () =>
    resolveHome(dataDirectory, report),
  );
  const programs = locatePrograms(home.account, home.directory);
  const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
    withLock(join(home.directory, "lock"), LOCK_PATIENCE_MS, work);
  const ensure = async (): Promise<string> => {
    await initialiseCluster(home, programs, durability);
    return ensureServer(home, programs, durability);
  };
  const stopUnlessUsed = async (): Promise<void> => {
    const postmaster = runningPostmaster(clusterOf(home));
    if (postmaster !== null && !isUsed(home)) await stopPostmaster(postmaster.identity);
  };

  // Registered before the server is started and under the same lock, so that nobody stops it in between.
  const { use, url } = await exclusively(async () => {
    const registered = registerUse(home);
    try {
      return { use: registered, url: await ensure() };
    } catch (error) {
      registered.release();
      throw error;
    }
  });
  return {
    url,
    directory: home.directory,
    isRunning: () => runningPostmaster(clusterOf(home)) !== null,
    restart: () => exclusively(ensure),
    close: () =>
      exclusively(async () => {
        use.release();
        await stopUnlessUsed();
      }),
  };
}

/** Each process that has the database open holds a lock of its own in this folder. */
function usesOf(home: Home): string {
  return join(home.directory, "uses");
}

function registerUse(home: Home): FileLock {
  if (!existsSync(usesOf(home))) {
    mkdirSync(usesOf(home), { recursive: true });
    giveToOwnerOfFolder(usesOf(home));
  }
  const use = tryLock(join(usesOf(home), randomUUID()));
  if (!isHeld(use)) throw new Error("A fresh name is already locked.");
  return use;
}

function isUsed(home: Home): boolean {
  return readdirSync(usesOf(home)).some((name) => {
    const attempt = tryLock(join(usesOf(home), name));
    // Taking the lock shows that its holder has died.
    if (isHeld(attempt)) attempt.release();
    return !isHeld(attempt);
  });
}
