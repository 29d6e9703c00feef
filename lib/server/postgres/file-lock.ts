import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
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
 * The record is written under a name of its own and then linked to the lock's name, which only one process can do, so
 * that nobody ever reads half of one. Returns the holder's identity when another living process has it.
 */
export function tryLock(lockPath: string): FileLock | ProcessIdentity {
  const path = resolve(lockPath);
  const self = identifyProcess(process.pid) ?? { pid: process.pid, startedAt: "" };
  const token = randomBytes(8).toString("hex");
  for (;;) {
    if (placeRecord(path, token, [self.pid, self.startedAt, token, path].join("|"))) {
      return { release: () => removeRecord(path, token) };
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

function placeRecord(path: string, token: string, record: string): boolean {
  const draft = `${path}.${token}`;
  writeFileSync(draft, record);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function readRecord(path: string): LockRecord | null {
  let record: string;
  try {
    record = readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
  const [pid = "", startedAt = "", token = "", home = ""] = record.split("|");
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
