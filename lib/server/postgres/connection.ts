import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isRoot } from "./account";

export const DATABASE_NAME = "pixelcast";
export const DATABASE_USER = "pixelcast";

/** Kept beside the cluster: what another command needs to reach the running server. */
export interface Connection {
  /** The port last used, which a restart prefers. Null before the first start. */
  port: number | null;
  password: string;
}

function pathIn(homeDirectory: string): string {
  return join(homeDirectory, "connection.json");
}

export function readConnection(homeDirectory: string): Connection | null {
  const path = pathIn(homeDirectory);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Connection) : null;
}

export function writeConnection(homeDirectory: string, connection: Connection): void {
  const path = pathIn(homeDirectory);
  writeFileSync(`${path}.new`, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  giveToOwnerOfFolder(`${path}.new`);
  renameSync(`${path}.new`, path);
}

export function createPassword(): string {
  return randomBytes(32).toString("base64url");
}

export function connectionUrl(port: number, password: string, database = DATABASE_NAME): string {
  return `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** What root writes into a user's folder must stay usable for that user. */
export function giveToOwnerOfFolder(path: string): void {
  if (!isRoot()) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}
