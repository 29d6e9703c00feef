import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ConfigurationError } from "@/lib/server/env";
import { accountForCluster, canAccess, isRoot, type Account } from "./account";
import { hasCode } from "./error-code";
import { runningPostmaster } from "./postmaster";
import { createSystemDirectory } from "./system-directory";

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
  const home = { directory, account: accountForCluster(join(directory, "cluster")) };
  refuseForeignFiles(clusterOf(home));
  if (home.account === null) {
    refuseLooseFileSystem(directory);
    return home;
  }
  if (runningPostmaster(clusterOf(home)) !== null) return home;
  if (canOwnFilesIn(directory, home.account)) {
    giveCluster(home);
    return home;
  }
  return moveToSystemDirectory(entry, home, report);
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

/** PostgreSQL refuses data that others may read, and some file systems (network shares, memory sticks) cannot say so. */
function refuseLooseFileSystem(directory: string): void {
  withProbe(directory, (probe) => {
    if ((statSync(probe).mode & 0o077) !== 0) {
      throw new ConfigurationError(
        `The file system of ${directory} cannot keep files private, which PostgreSQL insists on. Set PIXELCAST_DATA_DIR to a folder on a local disk.`,
      );
    }
  });
}

/** Tried out, because a closed ancestor, an access list or a mount that ignores owners may each be in the way. */
function canOwnFilesIn(directory: string, account: NonNullable<Account>): boolean {
  return withProbe(directory, (probe) => {
    try {
      chownSync(probe, account.uid, account.gid);
    } catch (error) {
      if (hasCode(error, "EPERM", "EINVAL", "ENOTSUP")) return false;
      throw error;
    }
    const { uid, mode } = statSync(probe);
    return uid === account.uid && (mode & 0o077) === 0 && canAccess(account, probe, "w");
  });
}

function withProbe<T>(directory: string, test: (probe: string) => T): T {
  const probe = mkdtempSync(join(directory, "probe-"));
  try {
    return test(probe);
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function moveToSystemDirectory(entry: string, from: Home, report: (message: string) => void): Home {
  const project = basename(dirname(dirname(entry))).replaceAll(/[^\w.-]/g, "_") || "data";
  const directory = mkdtempSync(join(createSystemDirectory(), `${project}-`));
  chmodSync(directory, 0o755);
  for (const name of readdirSync(from.directory)) move(join(from.directory, name), join(directory, name));
  rmSync(entry, { recursive: true, force: true });
  symlinkSync(directory, entry);
  const home = { directory, account: from.account };
  giveCluster(home);
  report(
    `PostgreSQL runs as the user ${from.account?.name ?? ""}, who cannot enter ${dirname(entry)}, so the database is kept in ${directory}.`,
  );
  return home;
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, "EXDEV")) throw error;
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    rmSync(from, { recursive: true, force: true });
  }
}

/** A cluster that root copied or restored belongs to root; PostgreSQL only starts on one that its own user owns. */
function giveCluster(home: Home): void {
  const cluster = clusterOf(home);
  if (home.account === null || !existsSync(cluster) || statSync(cluster).uid === home.account.uid) return;
  chownTree(cluster, home.account);
}

function chownTree(path: string, account: NonNullable<Account>): void {
  lchownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), account);
}
