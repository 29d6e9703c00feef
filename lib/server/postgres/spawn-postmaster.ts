import { spawn } from "node:child_process";
import { closeSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { asAccount, SERVER_ENVIRONMENT } from "./account";
import { giveToOwnerOfFolder } from "./connection";
import { clusterOf, type Home } from "./home";
import { identifyProcess, type ProcessIdentity } from "./process-identity";
import type { Programs } from "./programs";

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts a server in a session of its own: Ctrl-C in the terminal must reach the web server only, which then stops this
 * one after its last query. Resolves with the process; whether it accepts connections is the caller's question.
 */
export function spawnPostmaster(
  home: Home,
  programs: Programs,
  settings: Record<string, string>,
): ProcessIdentity {
  const cluster = clusterOf(home);
  // PostgreSQL refuses to start while any living process has the recorded id, even one that is not a server.
  rmSync(join(cluster, "postmaster.pid"), { force: true });
  const log = openLog(home);
  try {
    const child = spawn(
      programs.postgres,
      ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      {
        ...asAccount(home.account),
        env: SERVER_ENVIRONMENT,
        detached: true,
        stdio: ["ignore", log, log],
      },
    );
    child.on("error", () => undefined);
    child.unref();
    const identity = child.pid === undefined ? null : identifyProcess(child.pid);
    return identity ?? { pid: 0, startedAt: "" };
  } finally {
    closeSync(log);
  }
}

export function logPath(home: Home): string {
  return join(home.directory, "postgres.log");
}

function openLog(home: Home): number {
  const path = logPath(home);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.old`);
  const log = openSync(path, "a", 0o600);
  giveToOwnerOfFolder(path);
  return log;
}
