import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "@/lib/server/env";
import { asAccount, SERVER_ENVIRONMENT } from "./account";
import { createPassword, DATABASE_USER, readConnection, writeConnection } from "./connection";
import { clusterOf, type Home } from "./home";
import type { Programs } from "./programs";
import type { Durability } from "./server-settings";

const MAJOR_VERSION = "18";
const STAGING_PREFIX = "new-";

/** Makes sure that a cluster and its password exist. Called with the home's lock held. */
export async function initialiseCluster(
  home: Home,
  programs: Programs,
  durability: Durability,
): Promise<void> {
  const cluster = clusterOf(home);
  if (existsSync(join(cluster, "PG_VERSION"))) {
    refuseOtherVersion(cluster);
    if (readConnection(home.directory) === null) await setNewPassword(home, programs);
    return;
  }
  await createCluster(home, programs, durability);
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR_VERSION) return;
  throw new ConfigurationError(
    `The database in ${cluster} was written by PostgreSQL ${version}, and Pixelcast brings PostgreSQL ${MAJOR_VERSION}. Start it with the release of Pixelcast that wrote it, or set DATABASE_URL to a PostgreSQL ${version} server.`,
  );
}

/** The cluster grows in a staging folder and appears under its name when it is whole, so a kill leaves no half of one. */
async function createCluster(home: Home, programs: Programs, durability: Durability): Promise<void> {
  removeAbandonedStaging(home.directory);
  const staging = mkdtempSync(join(home.directory, STAGING_PREFIX));
  const password = createPassword();
  const passwordFile = join(staging, "password");
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (home.account !== null) {
      chownSync(passwordFile, home.account.uid, home.account.gid);
      chownSync(staging, home.account.uid, home.account.gid);
    }
    const cluster = join(staging, "cluster");
    await run(home, programs.initdb, [
      `--pgdata=${cluster}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // PostgreSQL's own locale sorts alike on every system and never changes with the C library.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--data-checksums",
      ...(durability === "throwaway" ? ["--no-sync"] : []),
    ]);
    // The password is on disk before the cluster appears: the reverse order could leave a cluster nobody can enter.
    writeConnection(home.directory, { port: null, password });
    renameSync(cluster, clusterOf(home));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function removeAbandonedStaging(homeDirectory: string): void {
  for (const name of readdirSync(homeDirectory)) {
    if (name.startsWith(STAGING_PREFIX)) rmSync(join(homeDirectory, name), { recursive: true, force: true });
  }
}

/** Single-user mode needs no password, so a lost one can be replaced while the server is down. */
async function setNewPassword(home: Home, programs: Programs): Promise<void> {
  const password = createPassword();
  const statement = `ALTER ROLE ${DATABASE_USER} PASSWORD '${password}';\n`;
  await run(home, programs.postgres, ["--single", "-D", clusterOf(home), "postgres"], statement);
  writeConnection(home.directory, { port: null, password });
}

function run(home: Home, program: string, parameters: string[], input = ""): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      ...asAccount(home.account),
      env: SERVER_ENVIRONMENT,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    child.stderr.on("data", (chunk) => (output += String(chunk)));
    child.once("error", reject);
    child.once("close", (status, signal) => {
      if (status === 0) resolve();
      else reject(new Error(`${program} failed (${signal ?? status}):\n${output.trim()}`));
    });
    child.stdin.end(input);
  });
}
