import { randomBytes } from "node:crypto";
import { readlinkSync, symlinkSync, unlinkSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "./error-code";
import { identifyProcess, isAlive, type ProcessIdentity } from "./process-identity";

export interface FileLock {
  release: () => void;
}

interface LockRecord {
  holder: ProcessIdentity;
  token: string;
}

/**
 * A lock between processes that outlives none of them: it names its holder, and a holder that has died holds nothing.
 *
 * The lock is a symbolic link whose target is the record, because creating one is atomic together with its content.
 * Returns the holder's identity when another living process has it.
 */
export function tryLock(lockPath: string): FileLock | ProcessIdentity {
  const path = resolve(lockPath);
  const self = identifyProcess(process.pid) ?? { pid: process.pid, startedAt: "" };
  const token = randomBytes(8).toString("hex");
  for (;;) {
    try {
      symlinkSync([self.pid, self.startedAt, token, path].join("|"), path);
      return { release: () => removeRecord(path, token) };
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
    const record = readRecord(path);
    if (record === null) continue;
    if (isAlive(record.holder)) return record.holder;
    // Two processes may find the same dead record. Only the one that holds the lock on that very record removes it,
    // so a record written in the meantime by a living process is never removed.
    const removal = tryLock(`${path}.${record.token}`);
    if (!isHeld(removal)) return removal;
    removeRecord(path, record.token);
    removal.release();
  }
}

export function isHeld(attempt: FileLock | ProcessIdentity): attempt is FileLock {
  return "release" in attempt;
}

export async function lock(path: string, options: { patienceMs: number }): Promise<FileLock> {
  const deadline = Date.now() + options.patienceMs;
  for (;;) {
    const attempt = tryLock(path);
    if (isHeld(attempt)) return attempt;
    if (Date.now() > deadline) {
      throw new Error(
        `Process ${attempt.pid} has held ${path} for too long. If it hangs, end it and try again.`,
      );
    }
    await sleep(25);
  }
}

export async function withLock<T>(path: string, patienceMs: number, work: () => T | Promise<T>): Promise<T> {
  const held = await lock(path, { patienceMs });
  try {
    return await work();
  } finally {
    held.release();
  }
}

function readRecord(path: string): LockRecord | null {
  let target: string;
  try {
    target = readlinkSync(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
  const [pid = "", startedAt = "", token = "", home = ""] = target.split("|");
  // A record that was copied along with its folder speaks of the original, not of the copy.
  return { holder: { pid: home === path ? Number(pid) : 0, startedAt }, token };
}

function removeRecord(path: string, token: string): void {
  if (readRecord(path)?.token !== token) return;
  try {
    unlinkSync(path);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}
