import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Victim = "node" | "postgres" | "both";

/** The first start builds the product, on a machine that may have other things to do. */
const HEALTHY_PATIENCE_MS = 600_000;

/** The product as a user starts it, in a data folder of its own, whose processes can be killed without warning. */
export class KillableProduct {
  readonly origin: string;
  #group: ChildProcess | null = null;

  private constructor(
    private readonly dataDirectory: string,
    private readonly port: number,
  ) {
    this.origin = `http://localhost:${port}`;
  }

  static async create(): Promise<KillableProduct> {
    const dataDirectory = mkdtempSync(join(tmpdir(), "pixelcast-crash-"));
    chmodSync(dataDirectory, 0o755);
    return new KillableProduct(dataDirectory, await freePort());
  }

  /** Starts what is not running and waits until the product says that it is well. */
  async bringUp(): Promise<void> {
    const deadline = Date.now() + HEALTHY_PATIENCE_MS;
    while (!(await this.#isHealthy())) {
      if (Date.now() > deadline) throw new Error("The product did not come back within ten minutes.");
      if (this.#group === null || hasEnded(this.#group)) this.#group = this.#spawn(["npm", "start"]);
      await sleep(100);
    }
  }

  /** SIGKILL: nothing gets to write or answer anything any more. */
  async kill(victim: Victim): Promise<void> {
    if (victim !== "node") this.#killPostgres();
    if (victim !== "postgres") await this.#killNode();
  }

  /** Runs one of the product's commands on its data and answers what it printed. */
  async command(...parameters: string[]): Promise<string> {
    const { stdout } = await run("npm", ["run", "-s", ...parameters], { env: this.#environment() });
    return stdout.trim();
  }

  async remove(): Promise<void> {
    if (this.#group?.pid !== undefined && !hasEnded(this.#group)) {
      const ended = once(this.#group, "exit");
      process.kill(-this.#group.pid, "SIGTERM");
      await ended;
    }
    rmSync(this.dataDirectory, { recursive: true, force: true });
  }

  #environment(): NodeJS.ProcessEnv {
    return { ...process.env, PORT: String(this.port), PIXELCAST_DATA_DIR: this.dataDirectory };
  }

  #spawn([program, ...parameters]: [string, ...string[]]): ChildProcess {
    return spawn(program, parameters, { env: this.#environment(), stdio: "ignore", detached: true });
  }

  async #isHealthy(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.origin}/api/health`, { signal: AbortSignal.timeout(5_000) });
      return answer.ok;
    } catch {
      return false;
    }
  }

  async #killNode(): Promise<void> {
    const group = this.#group;
    if (group?.pid === undefined || hasEnded(group)) return;
    const ended = once(group, "exit");
    process.kill(-group.pid, "SIGKILL");
    await ended;
  }

  #killPostgres(): void {
    const file = join(this.dataDirectory, "postgres/cluster/postmaster.pid");
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    for (const each of [pid, ...childrenOf(pid)]) {
      try {
        process.kill(each, "SIGKILL");
      } catch {
        // It had ended by itself.
      }
    }
  }
}

function childrenOf(pid: number): number[] {
  try {
    const listed = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
    return listed.split("\n").map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}
