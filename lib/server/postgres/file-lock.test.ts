import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isHeld, lock, tryLock } from "./file-lock";
import { identifyProcess } from "./process-identity";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pixelcast-lock-"));
  path = join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is held by one, and tells the others by whom", () => {
  const first = tryLock(path);
  expect(isHeld(first)).toBe(true);
  expect(tryLock(path)).toEqual(identifyProcess(process.pid));
  if (isHeld(first)) first.release();
  expect(isHeld(tryLock(path))).toBe(true);
});

it("is given up once only, however often that is said", () => {
  const first = tryLock(path);
  if (!isHeld(first)) throw new Error("The lock was not free.");
  first.release();
  const second = tryLock(path);
  first.release();
  expect(isHeld(second)).toBe(true);
  expect(isHeld(tryLock(path))).toBe(false);
});

it("passes on when its holder is dead", () => {
  writeFileSync(path, `999999999|1|token|${path}`);
  expect(isHeld(tryLock(path))).toBe(true);
});

it("passes on when its holder's process id belongs to another process now", () => {
  writeFileSync(path, `${process.pid}|1|token|${path}`);
  expect(isHeld(tryLock(path))).toBe(true);
});

it("means nothing in a folder that was copied or moved", () => {
  tryLock(path);
  renameSync(path, `${path}-moved`);
  expect(isHeld(tryLock(`${path}-moved`))).toBe(true);
});

it("gives up waiting after a while, naming who holds it", async () => {
  tryLock(path);
  await expect(lock(path, { patienceMs: 1 })).rejects.toThrow(`Process ${process.pid} has held`);
});

it("lets one process in at a time, also past a dead holder", async () => {
  writeFileSync(path, `999999999|1|token|${path}`);
  const counter = join(folder, "counter");
  writeFileSync(counter, "0");
  // Reading and writing apart loses counts unless the lock keeps the processes apart.
  const program = `
    import { readFileSync, writeFileSync } from "node:fs";
    import { withLock } from ${JSON.stringify(join(import.meta.dirname, "file-lock.ts"))};
    for (let round = 0; round < 20; round++) {
      await withLock(${JSON.stringify(path)}, 30_000, async () => {
        const count = Number(readFileSync(${JSON.stringify(counter)}, "utf8"));
        await new Promise((resolve) => setTimeout(resolve, 1));
        writeFileSync(${JSON.stringify(counter)}, String(count + 1));
      });
    }`;
  const script = join(folder, "count.mts");
  writeFileSync(script, program);
  const processes = [1, 2, 3].map(() =>
    spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "ignore", "inherit"] }),
  );
  await Promise.all(processes.map((each) => once(each, "exit")));
  expect(readFileSync(counter, "utf8")).toBe("60");
  expect(existsSync(path)).toBe(false);
});
