import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const EXIT_WITH_PARENT = join(import.meta.dirname, "exit-with-parent.cjs");
const NEXT = join(process.cwd(), "node_modules/next/dist/bin/next");
const WORK = join(import.meta.dirname, "work.ts");
const STOP_PATIENCE_MS = 10_000;

type Output = [stdout: "ignore" | "inherit" | "pipe", stderr: "inherit" | "pipe"];

/** Runs a command of Next.js in a process that does not outlive this one. */
export function spawnNext(
  parameters: readonly string[],
  environment: Record<string, string>,
  output: Output,
): ChildProcess {
  return spawnChild([NEXT, ...parameters], environment, output);
}

/** Begins to do what waits in the background, in a process that does not outlive this one. */
export function spawnWork(environment: Record<string, string>): ChildProcess {
  return spawnChild(["--conditions=react-server", "--import", "tsx", WORK], environment, [
    "ignore",
    "inherit",
  ]);
}

function spawnChild(
  parameters: readonly string[],
  environment: Record<string, string>,
  [stdout, stderr]: Output,
): ChildProcess {
  const stdio: StdioOptions = ["ignore", stdout, stderr, "ipc"];
  return spawn(process.execPath, ["--require", EXIT_WITH_PARENT, ...parameters], {
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      PIXELCAST_PARENT: String(process.pid),
      ...environment,
    },
    stdio,
  });
}

/** Lets it end what it has begun, for a while. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const impatient = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
  await ended;
  clearTimeout(impatient);
}

/** Or has never begun. */
export function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
