import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Account } from "./account";
import { hasCode } from "./error-code";
import { createSystemDirectory } from "./system-directory";

/** Moves a database to where its user can reach it, leaves a link in its place, and resolves with the new folder. */
export function moveToSystemDirectory(entry: string): string {
  const project = basename(dirname(dirname(entry))).replaceAll(/[^\w.-]/g, "_") || "data";
  const directory = mkdtempSync(join(createSystemDirectory(), `${project}-`));
  chmodSync(directory, 0o755);
  for (const name of readdirSync(entry)) move(join(entry, name), join(directory, name));
  rmSync(entry, { recursive: true, force: true });
  symlinkSync(directory, entry);
  return directory;
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
export function giveCluster(cluster: string, account: NonNullable<Account>): void {
  if (existsSync(cluster) && statSync(cluster).uid !== account.uid) chownTree(cluster, account);
}

function chownTree(path: string, account: NonNullable<Account>): void {
  lchownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), account);
}
