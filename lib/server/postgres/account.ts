import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { ConfigurationError } from "@/lib/server/env";
import { hasCode } from "./error-code";

/** The user that PostgreSQL runs as. Null stands for the user of this process. */
export type Account = { uid: number; gid: number; name: string } | null;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to another user: the one that owns the cluster already, or else a
 * service user that every Unix has. An ordinary user runs it as itself and can only use a cluster of its own.
 */
export function accountForCluster(clusterDirectory: string): Account {
  const owner = ownerOf(clusterDirectory);
  if (isRoot()) {
    return owner !== null && owner.uid !== 0 ? { ...owner, name: userName(owner.uid) } : serviceAccount();
  }
  if (owner !== null && owner.uid !== process.getuid?.()) {
    throw new ConfigurationError(
      `The database in ${clusterDirectory} belongs to the user ${userName(owner.uid)}. Run this as that user or as root, or set PIXELCAST_DATA_DIR to a folder of your own.`,
    );
  }
  return null;
}

/** Asks the kernel rather than reading mode bits, so that access lists and odd mounts count too. */
export function canAccess(account: Account, path: string, access: "r" | "w" | "x"): boolean {
  const attempt = spawnSync("/bin/sh", ["-c", `test -${access} "$0"`, path], {
    ...asAccount(account),
    stdio: "ignore",
  });
  if (attempt.error !== undefined) {
    throw hasCode(attempt.error, "EPERM", "EINVAL")
      ? new ConfigurationError(
          `PostgreSQL does not run as root, and this system does not let root start it as the user ${account?.name ?? ""}. Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL database.`,
        )
      : attempt.error;
  }
  return attempt.status === 0;
}

/** Spawn options. The working folder of this process may be closed to the account, so it starts at the root. */
export function asAccount(account: Account): { cwd: string; uid?: number; gid?: number } {
  return account === null ? { cwd: "/" } : { cwd: "/", uid: account.uid, gid: account.gid };
}

/** Fixed, so that messages are in English and nothing secret of this process is inherited. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

function ownerOf(path: string): { uid: number; gid: number } | null {
  try {
    return statSync(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    if (hasCode(error, "EACCES")) {
      throw new ConfigurationError(
        `${path} may not be entered by the user ${userName(process.getuid?.() ?? 0)}. Run this as the user that started Pixelcast first, or set PIXELCAST_DATA_DIR to a folder of your own.`,
      );
    }
    throw error;
  }
}

interface PasswordEntry {
  name: string;
  uid: number;
  gid: number;
}

function passwordEntries(): PasswordEntry[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .flatMap(([name, , uid, gid]) =>
      name && !name.startsWith("#") && Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : [],
    );
}

/** initdb looks its user up, so the account must have an entry. */
function serviceAccount(): PasswordEntry {
  const entries = passwordEntries();
  const account = ["postgres", "nobody", "daemon"].flatMap((name) =>
    entries.filter((entry) => entry.name === name),
  )[0];
  if (account === undefined) {
    throw new ConfigurationError(
      "PostgreSQL does not run as root, and /etc/passwd has neither a user postgres nor nobody. Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL database.",
    );
  }
  return account;
}

function userName(uid: number): string {
  return passwordEntries().find((entry) => entry.uid === uid)?.name ?? String(uid);
}
