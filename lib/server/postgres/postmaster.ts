import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "./error-code";
import { identifyProcess, isAlive, type ProcessIdentity } from "./process-identity";

const STOP_PATIENCE_MS = 60_000;

/** The server process of a cluster, whether this process started it or found it running. */
export interface Postmaster {
  identity: ProcessIdentity;
  port: number;
}

/** Null when no server runs on the cluster, also when its process id now belongs to something else. */
export function runningPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const identity = identifyProcess(pid);
  if (identity === null || !servesCluster(pid, cluster)) return null;
  return { identity, port };
}

/** A fast stop: sessions end, everything is written out. The hard one is for a server that does not answer to it. */
export async function stopPostmaster(identity: ProcessIdentity): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isAlive(identity)) return;
    process.kill(identity.pid, signal);
    const deadline = Date.now() + (signal === "SIGINT" ? STOP_PATIENCE_MS : 5_000);
    while (isAlive(identity) && Date.now() < deadline) await sleep(20);
  }
}

/** A server works inside its cluster's folder, which stays true when the folder is moved; its command line does not. */
function servesCluster(pid: number, cluster: string): boolean {
  try {
    const { dev, ino } = statSync(`/proc/${pid}/cwd`);
    const own = statSync(cluster);
    return dev === own.dev && ino === own.ino;
  } catch {
    // Not Linux, or root without the right to look into another user's process.
    return commandLine(pid).includes(cluster);
  }
}

function commandLine(pid: number): string {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
      : execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
