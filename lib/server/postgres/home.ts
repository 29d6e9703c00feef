import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  unlinkSync,
} from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "@/lib/server/env";
import { accountForCluster, isRoot, type Account } from "./account";
import { giveCluster, moveToSystemDirectory } from "./move-home";
import { runningPostmaster } from "./postmaster";
import { canKeepFiles, refuseLooseFileSystem } from "./private-folder";

/** Where one embedded database lives: the cluster itself and the few files around it. */
export interface Home {
  directory: string;
  account: Account;
}

export function clusterOf(home: Home): string {
  return join(home.directory, "cluster");
}

export function createDataDirectory(dataDirectory: string): void {
  try {
    if (!existsSync(dataDirectory)) {
      mkdirSync(dataDirectory, { recursive: true });
      chmodSync(dataDirectory, isRoot() ? 0o755 : 0o700);
    }
    accessSync(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigurationError(
      `The data folder ${dataDirectory} cannot be used (${String(error)}). Set PIXELCAST_DATA_DIR to a folder that you may write.`,
    );
  }
}

/**
 * The database's home is `<data directory>/postgres`. When root starts PostgreSQL and its user cannot reach that folder,
 * the home lies in a system folder instead, and `<data directory>/postgres` is a link to it.
 */
export function resolveHome(dataDirectory: string, report: (message: string) => void): Home {
  const entry = join(dataDirectory, "postgres");
  dropDanglingLink(entry, report);
  if (!existsSync(entry)) {
    mkdirSync(entry);
    if (isRoot()) chmodSync(entry, 0o755);
  }
  const directory = realpathSync(entry);
  const account = accountForCluster(join(directory, "cluster"));
  const home = { directory, account };
  refuseForeignFiles(clusterOf(home));
  if (account === null) {
    refuseLooseFileSystem(directory);
    return home;
  }
  if (runningPostmaster(clusterOf(home)) !== null) return home;
  const isReachable = canKeepFiles(directory, dataDirectory, account);
  const reachable = isReachable ? home : { directory: moveToSystemDirectory(entry), account };
  giveCluster(clusterOf(reachable), account);
  if (!isReachable) {
    report(
      `PostgreSQL runs as the user ${account.name}, who cannot enter ${dataDirectory}, so the database is kept in ${reachable.directory}.`,
    );
  }
  return reachable;
}

function refuseForeignFiles(cluster: string): void {
  if (!existsSync(cluster) || existsSync(join(cluster, "PG_VERSION")) || readdirSync(cluster).length === 0)
    return;
  throw new ConfigurationError(
    `${cluster} holds something that is not a PostgreSQL database. Move it away, or set PIXELCAST_DATA_DIR to another folder.`,
  );
}

function dropDanglingLink(entry: string, report: (message: string) => void): void {
  const isLink = lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (!isLink || existsSync(entry)) return;
  report(`The database that was kept in ${readlinkSync(entry)} is gone; starting with an empty one.`);
  unlinkSync(entry);
}
